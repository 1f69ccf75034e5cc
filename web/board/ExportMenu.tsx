import { useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'

const wordsOf = { zh: { export: '导出' }, en: { export: 'Export' } }

/** The browser's own download, which carries the session and needs no memory here. */
function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}

/** A board's figures as a file, as they are chosen now. */
export function ExportMenu(props: { whyNot: string | null; address: (format: 'xlsx' | 'csv') => string }) {
  const words = useWords(wordsOf)
  return (
    <Menu
      label={words.export}
      button={
        <>
          <Icon name="file" size={14} /> {words.export}
        </>
      }
      items={(['xlsx', 'csv'] as const).map((format) => ({
        key: format,
        label: format.toUpperCase(),
        whyNot: props.whyNot,
        onChoose: () => download(props.address(format)),
      }))}
    />
  )
}
