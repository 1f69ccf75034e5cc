import { KnowledgeText } from '#domain/knowledge/item.ts'

/** The form's fields as they are typed. */
export type ItemForm = { [Key in keyof Omit<KnowledgeText, 'keywords'>]: string } & { keywords: string }

export const FIELDS = [
  'title',
  'category',
  'material',
  'ownerUnit',
  'validFrom',
  'validTo',
  'issuer',
  'docNo',
  'keywords',
  'content',
] as const satisfies readonly (keyof ItemForm)[]

export const formOf = (text: KnowledgeText): ItemForm => ({
  ...text,
  issuer: text.issuer ?? '',
  docNo: text.docNo ?? '',
  validTo: text.validTo ?? '',
  keywords: text.keywords.join(' '),
})

export const emptyForm = (today: string): ItemForm => ({
  title: '',
  category: '',
  content: '',
  material: 'guide',
  issuer: '',
  docNo: '',
  keywords: '',
  ownerUnit: '',
  validFrom: today,
  validTo: '',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const NEEDED = ['title', 'category', 'ownerUnit', 'validFrom', 'content'] as const
export const lacking = (form: ItemForm): (typeof NEEDED)[number][] =>
  NEEDED.filter((field) => form[field].trim() === '')

/** What would be sent; null while something is not as it must be. */
export function textOf(form: ItemForm): KnowledgeText | null {
  const parsed = KnowledgeText.safeParse({
    ...form,
    issuer: orNull(form.issuer),
    docNo: orNull(form.docNo),
    validTo: orNull(form.validTo),
    keywords: form.keywords.split(/[\s;；,，、]+/).filter((word) => word !== ''),
  })
  return parsed.success ? parsed.data : null
}
