import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** Without these Chinese is drawn as boxes, and every measure of a page is wrong. */
const HAN_FONTS = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'
const MISSING =
  'The browser tests need Chromium and the fonts Noto CJK: run "sudo apt-get install chromium fonts-noto-cjk".' +
  ' 浏览器测试需要 Chromium 和 Noto CJK 字体:请执行 sudo apt-get install chromium fonts-noto-cjk。'

const installedChromium = (): string | undefined =>
  [process.env.CHROMIUM, ...CHROMIUM].find((path): path is string => path !== undefined && existsSync(path))

/** The system's Chromium with Chinese fonts; installed when missing and we may, else the sentence that says what to do. */
export async function chromiumPath(): Promise<string> {
  const found = installedChromium()
  if (found !== undefined && existsSync(HAN_FONTS)) return found
  if (process.platform !== 'linux' && found !== undefined) return found
  if (process.getuid?.() !== 0) throw new Error(MISSING)
  const run = promisify(execFile)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { env })
  const installed = installedChromium()
  if (installed === undefined) throw new Error(MISSING)
  return installed
}

/** Quiet and closed: no look-ups of its own, software drawing, which also draws maps. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]
