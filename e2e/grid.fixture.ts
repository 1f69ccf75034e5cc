/** A scene that the catalogue lets a grid worker settle alone, at a door of the demo city's first grid. */
export const gridMatter = (title: string) => ({
  channel: 'phone',
  request: {
    requestType: 'help',
    title,
    content: `${title}，堆了很久没人清`,
    category: 'B0204',
    region: '990101001001',
    address: '枫丹花园 3 号楼北侧',
    lng: 111.39195,
    lat: 33.90438,
    confidential: 'none',
  },
  appellant: { name: '王秀英', callerPhone: '13800001234' },
  outcome: { kind: 'submit' },
})
