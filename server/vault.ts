import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { z } from 'zod'
import { Appellant } from '#domain/accept/request.ts'

const Key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, '32 bytes in base64')

/** The keys file: kept outside the database, and outside its backups. `keys` keeps old ones until rotation is done. */
export const KeyFile = z.object({
  active: z.number().int().min(1).max(255),
  keys: z.record(z.string().regex(/^\d{1,3}$/), Key),
  index: Key,
  /** the index key before a rotation, until every row has its new index */
  oldIndex: Key.optional(),
  seal: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
})
export type KeyFile = z.infer<typeof KeyFile>

export function newKeyFile(): KeyFile {
  const key = () => randomBytes(32).toString('base64')
  const { privateKey } = generateKeyPairSync('ed25519')
  return {
    active: 1,
    keys: { '1': key() },
    index: key(),
    seal: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** AES-256-GCM: one byte key id, 12 bytes nonce, 16 bytes tag, then the text. The context binds it to its row. */
export type Vault = {
  seal(text: string, context: string): Buffer
  open(sealed: Buffer, context: string): string
  /** keyed hash of a normalised phone number: equal numbers meet, nothing can be read back */
  phoneIndex(phone: string): Buffer
  /** what to search for: while the index key is being renewed, a row may still carry the old one's hash */
  phoneIndexes(phone: string): Buffer[]
  sign(bytes: Buffer): Buffer
  verify(bytes: Buffer, signature: Buffer): boolean
  activeKey: number
}

export function openVault(file: KeyFile): Vault {
  const keys = new Map(Object.entries(file.keys).map(([id, text]) => [Number(id), Buffer.from(text, 'base64')]))
  const keyOf = (id: number): Buffer => {
    const key = keys.get(id)
    if (key === undefined) throw new Error(`the keys file has no key ${id}`)
    return key
  }
  const indexKeys = [file.index, ...(file.oldIndex === undefined ? [] : [file.oldIndex])].map((text) =>
    Buffer.from(text, 'base64'),
  )
  const indexBy = (key: Buffer, phone: string) => createHmac('sha256', key).update(phone).digest().subarray(0, 16)
  const privateKey: KeyObject = createPrivateKey(file.seal)
  const publicKey = createPublicKey(privateKey)
  const active = keyOf(file.active)
  return {
    activeKey: file.active,
    seal: (text, context) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', active, nonce).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([file.active]), nonce, cipher.getAuthTag(), body])
    },
    open: (sealed, context) => {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(sealed[0] ?? 0), sealed.subarray(1, 13))
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
    },
    phoneIndex: (phone) => indexBy(Buffer.from(file.index, 'base64'), phone),
    phoneIndexes: (phone) => indexKeys.map((key) => indexBy(key, phone)),
    sign: (bytes) => sign(null, bytes, privateKey),
    verify: (bytes, signature) => verify(null, bytes, publicKey, signature),
  }
}

export const sealIdentity = (vault: Vault, appellant: Appellant, orderId: string): Buffer =>
  vault.seal(JSON.stringify(appellant), `appellant ${orderId}`)

export const openIdentity = (vault: Vault, sealed: Buffer, orderId: string): Appellant =>
  Appellant.parse(JSON.parse(vault.open(sealed, `appellant ${orderId}`)))

/** What a call or a contact number is found by; a contact that is the caller's own number counts once. */
export function identityIndexes(vault: Vault, { callerPhone, contactPhone }: Appellant) {
  const index = (phone: string | null): Buffer | null => (phone === null ? null : vault.phoneIndex(phone))
  return { caller: index(callerPhone), contact: index(contactPhone === callerPhone ? null : contactPhone) }
}
