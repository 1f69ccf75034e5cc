/** What a column of an import may hold, with the names people give it; the first Chinese name is the one messages use. */
type Column = { zh: readonly string[]; en: readonly string[]; personal?: 'name' | 'phone' | 'other' }

export const columns = {
  externalNo: {
    zh: ['外部单号', '外部编号', '原工单编号', '工单编号', '工单号', '来文编号'],
    en: ['external no', 'id'],
  },
  receivedAt: { zh: ['受理时间', '来电时间', '登记时间', '诉求时间', '创建时间'], en: ['received', 'created at'] },
  channel: { zh: ['受理渠道', '渠道', '来源', '诉求来源', '来电渠道'], en: ['source'] },
  requestType: { zh: ['诉求类型', '工单类型', '诉求类别', '信件类型'], en: ['type'] },
  title: { zh: ['标题', '主题', '工单标题', '诉求标题'], en: ['subject'] },
  content: { zh: ['内容', '主要内容', '诉求内容', '工单内容', '来电内容', '反映内容'], en: ['description', 'text'] },
  demand: { zh: ['具体诉求', '诉求目的', '群众诉求'], en: ['request'] },
  category: {
    zh: ['三级分类', '分类', '分类编码', '问题分类', '诉求分类', '事项分类'],
    en: ['category code', 'l3 code'],
  },
  kind: { zh: ['复杂程度', '办理难度'], en: ['complexity'] },
  urgency: { zh: ['紧急程度', '缓急程度'], en: ['priority'] },
  hazard: { zh: ['隐患标志', '是否隐患', '安全隐患'], en: [] },
  tags: { zh: ['工单标签', '标签'], en: ['labels'] },
  respondentName: { zh: ['被诉主体', '被反映人', '被投诉人', '被诉单位', '被反映单位'], en: ['respondent'] },
  respondentType: { zh: ['被反映对象类型', '被诉主体类型'], en: ['respondent type'] },
  placeType: { zh: ['地点类型', '场所类型', '事发场所'], en: ['place type'] },
  ownership: { zh: ['权属', '设施权属', '权属性质'], en: [] },
  occurredAt: { zh: ['事发时间', '发生时间'], en: [] },
  region: { zh: ['区域', '区划', '行政区划', '所属区域', '区域编码', '区划代码'], en: ['region code'] },
  district: { zh: ['区', '区县', '被反映区', '所属区县', '行政区'], en: ['county'] },
  town: { zh: ['街道', '街乡镇', '街道乡镇', '乡镇街道', '乡镇', '被反映街乡镇'], en: ['street'] },
  community: { zh: ['社区', '社区村', '村社区', '村居'], en: ['village'] },
  address: { zh: ['地址', '事发地', '事发地址', '详细地址', '诉求地址'], en: ['address text', 'location'] },
  lng: { zh: ['经度'], en: ['longitude', 'lon'] },
  lat: { zh: ['纬度'], en: ['latitude'] },
  name: { zh: ['姓名', '诉求人', '来电人', '诉求人姓名', '联系人'], en: ['appellant name'], personal: 'name' },
  gender: { zh: ['性别', '称谓'], en: ['sex'] },
  phone: {
    zh: ['电话', '联系电话', '联系方式', '手机', '手机号', '手机号码'],
    en: ['contact phone'],
    personal: 'phone',
  },
  callerPhone: { zh: ['来电号码', '主叫号码'], en: ['caller'], personal: 'phone' },
  email: { zh: ['邮箱', '电子邮箱', '电子邮件'], en: ['mail'], personal: 'other' },
  idNumber: { zh: ['身份证号', '证件号', '证件号码', '身份证'], en: ['identity number'], personal: 'other' },
  enterpriseName: { zh: ['企业名称', '公司名称'], en: ['enterprise', 'company'] },
  creditCode: { zh: ['统一社会信用代码', '信用代码'], en: [] },
  appellantType: { zh: ['诉求主体', '来电主体'], en: [] },
  appellantTags: { zh: ['来电人标签', '诉求人标签', '人群标签'], en: [] },
  confidential: { zh: ['是否保密', '保密'], en: ['confidentiality'] },
  anonymous: { zh: ['是否匿名', '匿名'], en: [] },
  replyWanted: { zh: ['是否需要回复', '是否回复', '是否回访'], en: [] },
  contactWindow: { zh: ['方便联系时段', '联系时段'], en: [] },
} as const satisfies Record<string, Column>

export type Field = keyof typeof columns
export const fields = Object.keys(columns) as Field[]

/** A row as its file gives it: the text of every cell that is not empty, by field. */
export type Cells = Partial<Record<Field, string>>

export const labelOf = (field: Field): string => `${columns[field].zh[0]}/${field}`
export const personalKind = (field: Field | null): Column['personal'] =>
  field === null ? undefined : (columns[field] as Column).personal
