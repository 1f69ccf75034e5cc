/**
 * The faces official documents are set in (GB/T 9704-2012 §6.2): they come with Windows and WPS and may not be shipped.
 * A reader without them finds the open ones by the alternative names of the font table.
 */
export const FONTS = { text: '仿宋', head: '黑体', title: '宋体' } as const

/** Size in half points: 小二 18 pt, 四号 14 pt, 小四 12 pt, 五号 10.5 pt. */
export const SIZE = { title: 36, head: 28, text: 24, small: 21 } as const

const ALTERNATIVES: Record<string, { alt: string; family: string; pitch: string }> = {
  [FONTS.text]: { alt: 'FangSong,仿宋_GB2312,Noto Serif CJK SC,Source Han Serif SC', family: 'modern', pitch: 'fixed' },
  [FONTS.head]: { alt: 'SimHei,Noto Sans CJK SC,Source Han Sans SC', family: 'modern', pitch: 'fixed' },
  [FONTS.title]: { alt: 'SimSun,Noto Serif CJK SC,Source Han Serif SC', family: 'auto', pitch: 'variable' },
}

const font = (name: string, { alt, family, pitch }: { alt: string; family: string; pitch: string }): string =>
  `<w:font w:name="${name}"><w:altName w:val="${alt}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`

export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(ALTERNATIVES)
  .map(([name, more]) => font(name, more))
  .join('')}</w:fonts>`

export const face = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name, cs: name })
