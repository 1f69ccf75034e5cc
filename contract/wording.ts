import type { AnyRefusal } from './api.ts'
import type { CommonRefusal } from './endpoint.ts'
import { gridRefusalWords } from './grid-refusal-words.ts'
import { mergeRefusals } from './merge-refusals.ts'
import { sessionRefusalWords } from './session-refusal-words.ts'

type Words = { status: number; zh: string; en: string }

/** Every "no" the platform can say, in both languages; a refusal without its sentence does not compile. */
export const refusalWords: Record<AnyRefusal | CommonRefusal, Words> = {
  ...mergeRefusals,
  'invalid-request': {
    status: 400,
    zh: '请求内容有误，请按提示修改',
    en: 'The request is not valid; see the listed faults',
  },
  'not-found': { status: 404, zh: '没有找到，或您无权查看', en: 'Not found, or not within your reach' },
  'not-logged-in': { status: 401, zh: '请先登录', en: 'Log in first' },
  'not-allowed': { status: 403, zh: '您的角色不能进行此操作', en: 'Your role may not do this' },
  'password-must-change': { status: 403, zh: '请先修改初始密码', en: 'Change the first password first' },
  'second-factor-needed': { status: 403, zh: '请先设置或完成二次验证', en: 'Set up or pass the second factor first' },
  'csrf-token-wrong': { status: 403, zh: '页面已过期，请刷新后重试', en: 'The page has expired; reload and try again' },
  'stale-version': {
    status: 412,
    zh: '内容已被他人更新，请查看最新内容后再改',
    en: 'Somebody changed it meanwhile; look at the new version first',
  },
  'version-needed': { status: 428, zh: '缺少版本号（If-Match）', en: 'The version you edit is needed (If-Match)' },
  'idempotency-key-reused': {
    status: 422,
    zh: '同一幂等键已用于不同内容',
    en: 'This idempotency key was used for another request',
  },
  'still-in-progress': { status: 409, zh: '相同请求正在处理，请稍后', en: 'The same request is still being worked on' },
  'too-many-requests': { status: 429, zh: '操作过于频繁，请稍后再试', en: 'Too many attempts; wait a little' },
  'too-large': { status: 413, zh: '内容过大', en: 'Too large' },
  'unsupported-media-type': { status: 415, zh: '不支持的内容类型', en: 'This content type is not supported' },
  'database-unavailable': {
    status: 503,
    zh: '数据库暂不可用，内容未保存，请稍后重试',
    en: 'The database is away; nothing was saved, try again shortly',
  },
  'storage-full': {
    status: 507,
    zh: '存储空间已满，内容未保存，请联系管理员',
    en: 'Storage is full; nothing was saved, call the administrator',
  },
  'internal-error': {
    status: 500,
    zh: '系统故障，内容未保存，已记录',
    en: 'A fault of the platform; nothing was saved, it has been logged',
  },

  ...sessionRefusalWords,

  'wrong-state': { status: 409, zh: '工单当前状态不允许此操作', en: 'The order’s state does not allow this' },
  'unknown-category': { status: 422, zh: '没有这个事项分类', en: 'The city has no such category' },
  'category-closed': { status: 422, zh: '该事项分类已停用，请换一个', en: 'This category is closed; choose another' },
  'unknown-region': { status: 422, zh: '没有这个区域', en: 'The city has no such region' },
  'period-reversed': { status: 422, zh: '结束日期早于开始日期', en: 'The period ends before it begins' },
  'period-too-long': { status: 422, zh: '一次最多统计一年', en: 'A period is a year at most' },
  'category-needed': { status: 422, zh: '请先确定事项分类', en: 'A category is needed first' },
  'place-too-coarse': {
    status: 422,
    zh: '事发地至少要到街道（乡镇）',
    en: 'The place must be known down to a town or street',
  },
  'contact-needed': {
    status: 422,
    zh: '请填写联系方式，或选择匿名',
    en: 'A contact is needed, or the request is anonymous',
  },
  'received-in-future': { status: 422, zh: '受理时间不能晚于现在', en: 'The receipt time lies in the future' },
  'external-number-taken': { status: 409, zh: '该外部单号已受理', en: 'This external number is already accepted' },
  'needs-handling': {
    status: 409,
    zh: '此类诉求需派单办理，除非已当场解决',
    en: 'This type needs handling unless solved on the call',
  },
  'unknown-reason': { status: 422, zh: '不在不予受理的理由清单内', en: 'Not a reason of the list' },
  'unknown-file': { status: 422, zh: '附件尚未上传到本工单', en: 'The file is not attached to this order' },
  'urged-just-now': { status: 429, zh: '一小时内已催办过', en: 'Urged within the last hour already' },

  'unknown-seat': { status: 422, zh: '没有这个坐席，或其已停用', en: 'No such seat, or its person is not active' },
  'call-known': { status: 409, zh: '该通话已在另一坐席', en: 'This call was told of at another seat already' },
  'call-ended': { status: 409, zh: '通话已结束', en: 'The call has ended already' },

  'unknown-unit': { status: 422, zh: '没有这个单位', en: 'The city has no such unit' },
  'not-a-handling-unit': { status: 422, zh: '热线机构不能作为承办单位', en: 'The hotline itself cannot handle orders' },
  'unit-closed': { status: 422, zh: '该单位已停用，不再接新工单', en: 'This unit is closed and gets no new orders' },
  'unit-named-twice': { status: 422, zh: '同一单位不能重复指派', en: 'A unit can be named only once' },
  'no-proposal': {
    status: 422,
    zh: '规则没有给出主办单位，请人工选择',
    en: 'The rules propose no unit; choose one yourself',
  },
  'override-needs-reason': {
    status: 422,
    zh: '与规则建议不同，请填写理由',
    en: 'A reason is needed for going against the rules’ proposal',
  },
  'lead-has-signed': {
    status: 409,
    zh: '主办单位已签收，不能撤回；由单位退单',
    en: 'The lead has signed; only a return takes it back now',
  },
  'same-unit-again': {
    status: 422,
    zh: '改派的单位就是现在的主办',
    en: 'This unit has it already',
  },
  'unit-already-returned-it': {
    status: 409,
    zh: '该单位已退回过此工单',
    en: 'That unit has returned this order before',
  },

  'not-your-assignment': { status: 403, zh: '该派件不属于贵单位', en: 'This assignment is not your unit’s' },
  'not-your-unit-below': {
    status: 422,
    zh: '只能下派给本单位的下级',
    en: 'Only a unit below your own can be handed to',
  },
  'co-units-have-not-reported': {
    status: 409,
    zh: '协办单位尚未反馈，主办不能办结',
    en: 'Co-units have not reported yet; the lead reports last',
  },
  'sub-units-have-not-reported': { status: 409, zh: '下级单位尚未反馈', en: 'Units below have not reported yet' },
  'unit-head-needed': {
    status: 422,
    zh: '重办须说明单位负责人参与情况',
    en: 'Rework needs the unit head’s part in it',
  },
  'unknown-assignment': {
    status: 422,
    zh: '没有这个派件，或其状态不符',
    en: 'No such assignment, or not in that state',
  },

  'handed-down-not-returnable': {
    status: 409,
    zh: '下派件不能退单，请与上级单位商量',
    en: 'What was handed down goes back to the unit above, not to the hotline',
  },
  'ruling-is-final': {
    status: 409,
    zh: '已经裁定由本单位承办，不能再退',
    en: 'It was ruled to be yours; that binds',
  },
  'return-asked-before': {
    status: 409,
    zh: '本单位已就此件申请过退单，每件只能一次',
    en: 'Your unit has asked to give this order back before; once is all',
  },
  'return-window-closed': { status: 409, zh: '已过退单时限', en: 'The time for giving it back is over' },
  'return-basis-needed': {
    status: 422,
    zh: '此理由须写明依据（法规、三定、职责清单或纪要）',
    en: 'This reason needs its basis: a law, the duty list or minutes',
  },
  'return-evidence-needed': {
    status: 422,
    zh: '此理由须附证据：上传文件，或写明文号',
    en: 'This reason needs evidence: an attached file or a document’s number',
  },
  'suggests-itself': { status: 422, zh: '不能建议改派给本单位', en: 'A unit cannot suggest itself' },
  'no-return-open': { status: 409, zh: '没有待审的退单申请', en: 'There is no return to decide' },
  'needs-adjudication': {
    status: 409,
    zh: '第二次退单或已经三家单位，只能转裁定',
    en: 'A second return, or three units without a lead: only a ruling ends it',
  },
  'co-unit-not-adjudicated': {
    status: 409,
    zh: '协办退单不用裁定，请直接同意或驳回',
    en: 'A co-unit’s return needs no ruling: approve or reject it',
  },
  'unit-not-heard': {
    status: 422,
    zh: '申请过退单的单位都要有意见记录',
    en: 'Every unit that gave it back must be heard',
  },
  'nothing-ruled': { status: 409, zh: '此件没有裁定，或没有事项分类', en: 'Nothing was ruled, or it has no category' },

  'template-name-taken': { status: 409, zh: '本单位已有同名模板', en: 'Your unit has a template of that name' },
  'too-many-templates': {
    status: 409,
    zh: '模板已满 100 个，请先删除不用的',
    en: 'A unit keeps 100 templates; delete one that nobody uses',
  },

  'dissatisfied-needs-rework-or-note': {
    status: 422,
    zh: '群众不满意：请发起重办，或说明已合理办理',
    en: 'The citizen is dissatisfied: order rework or note why the handling stands',
  },
  'rework-needs-ground': {
    status: 422,
    zh: '群众未表示不满意或未解决，不能重办',
    en: 'Rework needs an unsolved matter or a dissatisfied citizen',
  },
  'rework-limit-reached': {
    status: 409,
    zh: '重办已达上限，请升级督办',
    en: 'The limit of reworks is reached; supervision takes over',
  },
  'next-attempt-not-ahead': { status: 422, zh: '下次回访时间必须晚于现在', en: 'The next attempt must lie ahead' },
  'too-long-closed': { status: 409, zh: '办结已超过可重开期限', en: 'Closed too long ago to reopen' },
  'nothing-to-redo': { status: 409, zh: '没有可重办的派件', en: 'There is no assignment to redo' },

  'file-type-not-allowed': {
    status: 422,
    zh: '不支持的文件类型，或文件内容与扩展名不符',
    en: 'This type of file is not accepted, or the content is not what the name says',
  },
  'file-empty': { status: 422, zh: '文件是空的', en: 'The file is empty' },
  'file-damaged': {
    status: 422,
    zh: '图片已损坏，无法生成可查看的副本',
    en: 'The picture is damaged; no copy can be made for viewing',
  },
  'too-many-files': { status: 409, zh: '附件数量已达上限', en: 'The order holds as many files as it may' },

  'kept-confidential': {
    status: 403,
    zh: '诉求人要求保密，只能由热线联系',
    en: 'The citizen asked for confidentiality; only the hotline may contact them',
  },
  'too-short-to-search': {
    status: 422,
    zh: '至少输入两个连在一起的字、字母或数字，再搜索',
    en: 'Type at least two characters side by side',
  },
  'knowledge-title-taken': { status: 409, zh: '已有同名知识条目，请换个标题', en: 'Another item has this title' },
  'keyword-is-title': { status: 422, zh: '关键词不能与标题相同', en: 'A keyword may not repeat the title' },
  'validity-reversed': { status: 422, zh: '失效日期早于生效日期', en: 'It would end before it begins' },
  'item-withdrawn': {
    status: 409,
    zh: '条目已撤下，先恢复生效再修改',
    en: 'The item is withdrawn; put it in force first',
  },
  'item-in-force': { status: 409, zh: '条目已经生效', en: 'The item is in force already' },
  'item-expired': {
    status: 409,
    zh: '已过失效日期，请先修改有效期',
    en: 'Its last day is over; change the validity first',
  },
  'item-not-in-force': { status: 409, zh: '条目没有生效，无需撤下', en: 'The item is not in force' },
  'knowledge-not-in-force': {
    status: 422,
    zh: '引用的知识条目不存在或没有生效',
    en: 'The cited item of the knowledge base is not in force',
  },
  'view-name-taken': { status: 409, zh: '已有同名视图，请换个名字', en: 'You have a view of this name already' },
  'too-many-views': {
    status: 409,
    zh: '最多保存 30 个视图，请先删掉不用的',
    en: 'Thirty views at most; delete one first',
  },
  'ticket-unknown': { status: 404, zh: '编号或查询码不正确', en: 'Number or code is wrong' },
  'calibration-state': {
    status: 409,
    zh: '这一轮校准已不在这一步，请刷新后查看',
    en: 'The round is no longer at this step; look at it again',
  },
  'calibration-under-way': {
    status: 409,
    zh: '有一轮校准还没有办完，请先发布或放弃',
    en: 'A round is still under way; publish or abandon it first',
  },
  'calibration-span': {
    status: 422,
    zh: '校准的时段应已结束，且不超过 92 天',
    en: 'The days must have passed and be 92 at most',
  },
  'calibration-nothing': {
    status: 422,
    zh: '这段时间没有已落定的派单，无从校准',
    en: 'No dispatched order of these days has settled; there is nothing to learn from',
  },
  'calibration-rule-needed': {
    status: 422,
    zh: '这类建议要写明规则改成什么样',
    en: 'This kind of proposal needs the rule as it should stand',
  },
  'calibration-rule-unreadable': {
    status: 422,
    zh: '规则有写错的单元格，或写了本市没有的单位、分类',
    en: 'The rule has a cell that cannot be read, or names a unit or category the city does not have',
  },
  'unknown-rule': { status: 422, zh: '派单目录里没有这条规则', en: 'The catalogue has no such rule' },
  'calibration-undecided': {
    status: 409,
    zh: '还有建议没有处理，请先逐条采纳或否决',
    en: 'Some proposals are undecided; accept or refuse each first',
  },
  'calibration-empty': {
    status: 409,
    zh: '没有采纳任何修改规则的建议',
    en: 'No accepted proposal changes a rule',
  },
  'not-consulted': { status: 409, zh: '这条建议不征求贵单位意见', en: 'Your unit is not asked about this proposal' },
  'consultation-open': {
    status: 409,
    zh: '征求意见还没到期，也还有单位没有表态',
    en: 'The consultation has not run out and some units have not spoken',
  },
  'not-disputed': { status: 409, zh: '这条建议没有单位反对，无需会商', en: 'No unit objects to this proposal' },
  'calibration-disputed': {
    status: 409,
    zh: '还有单位反对的建议没有会商结论',
    en: 'An objection has not been settled',
  },
  'replay-needed': {
    status: 409,
    zh: '请先用现在采纳的全部修改做一次回放',
    en: 'Replay the changes as they are accepted now first',
  },
  ...gridRefusalWords,
}
