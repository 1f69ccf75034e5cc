/** Every "no" at the door: log-in, password, second factor. */
export const sessionRefusalWords = {
  'login-or-password-wrong': { status: 401, zh: '账号或密码不正确', en: 'Log-in or password is wrong' },
  'second-factor-wrong': { status: 401, zh: '动态验证码不正确', en: 'The code of the second factor is wrong' },
  'account-closed': { status: 403, zh: '账号已停用', en: 'This account is closed' },
  'password-too-weak': {
    status: 422,
    zh: '密码至少 10 位，且不能过于常见或包含账号',
    en: 'A password needs 10 characters, not a common one nor the log-in',
  },
  'password-unchanged': { status: 422, zh: '新密码不能与旧密码相同', en: 'The new password must differ from the old' },
  'second-factor-not-set': { status: 409, zh: '尚未绑定动态验证码', en: 'There is no second factor on this account' },
  'second-factor-already-set': {
    status: 409,
    zh: '已绑定动态验证码，请先解除',
    en: 'There is a second factor already; remove it first',
  },
  'totp-offer-expired': {
    status: 409,
    zh: '绑定已超时，请重新开始',
    en: 'The offered secret has expired; start again',
  },
  'login-taken': { status: 409, zh: '该账号已被使用', en: 'This log-in is taken' },
  'last-administrator': {
    status: 409,
    zh: '不能停用或撤销最后一名管理员',
    en: 'The last active administrator must stay one',
  },
  'unknown-base': { status: 422, zh: '没有这个基础版本', en: 'There is no such version to draft from' },
  'not-a-draft': { status: 409, zh: '这不是您的草稿', en: 'This is not a draft of yours' },
  'draft-handed-in': {
    status: 409,
    zh: '您的草稿已提交审定，先收回再改',
    en: 'Your draft is handed in for approval; take it back before you change it',
  },
  'another-draft-open': {
    status: 409,
    zh: '您正在写另一份草稿；先提交、采用或放弃它，再收回这一份',
    en: 'You are writing another draft; hand it in, adopt or discard it before you take this one back',
  },
  'not-handed-in': {
    status: 409,
    zh: '这份草稿没有在等审定：还没提交，或已收回、退回',
    en: 'This draft does not wait for approval: not handed in yet, taken back, or sent back',
  },
  'another-version-adopted': {
    status: 409,
    zh: '您起草后已有人采用了新版本，请先合并',
    en: 'Somebody adopted another version since you drafted yours; merge first',
  },
  'rules-disagree': {
    status: 422,
    zh: '派单目录有冲突、停用单位或未覆盖的分类，不能发布，请按检查清单修改',
    en: 'The catalogue has contradictions, closed units or uncovered categories; see the list of its check',
  },
  'place-needed': {
    status: 422,
    zh: '文字里读不出地点，请选择区域',
    en: 'No place can be read from the text; choose the area',
  },
  'city-version-faulty': { status: 422, zh: '内容有错误，不能采用', en: 'The table has faults and cannot be adopted' },
  'still-in-use': {
    status: 409,
    zh: '有工单、人员或系统仍在使用被删除的项，请改为停用',
    en: 'Orders, people or systems still use what was removed; close it instead',
  },
  'nothing-changed': {
    status: 409,
    zh: '与现行版本相同，没有可采用的变更',
    en: 'It says the same as the version in force',
  },
  'already-training': {
    status: 409,
    zh: '已有一个模型在训练，等它训练完',
    en: 'A model is being trained already; wait until it is done',
  },
  'nothing-to-learn': {
    status: 409,
    zh: '事项分类里还没有两个以上的场景，没有可学的',
    en: 'The taxonomy has fewer than two scenes: there is nothing to tell apart',
  },
  'already-in-force': { status: 409, zh: '它就是现行的模型', en: 'This model is in force already' },
  'another-model-adopted': {
    status: 409,
    zh: '您打开页面后已有人采用了别的模型，请看过再定',
    en: 'Somebody adopted another model since you looked; look again first',
  },
  'model-was-adopted': { status: 409, zh: '采用过的模型要留着，不能放弃', en: 'A model that was in force is kept' },
  'model-cut-short': {
    status: 422,
    zh: '模型文件不完整，被截断了；现行的模型不变',
    en: 'The model file was cut short; the one in force stays',
  },
  'model-unreadable': {
    status: 422,
    zh: '不是本系统的模型文件，或已被改动；现行的模型不变',
    en: 'Not a model file of this system, or altered; the one in force stays',
  },
  'model-of-other-labels': {
    status: 422,
    zh: '这是按别的分类体系训练的模型，有本市从未有过的编码；现行的模型不变',
    en: 'Trained under another taxonomy: it knows codes this city never had; the one in force stays',
  },
  'not-a-table': { status: 422, zh: '不是可读取的 XLSX 或 CSV 表格', en: 'Not an XLSX or CSV table that can be read' },
  'expiry-out-of-range': { status: 422, zh: '有效期须在 400 天以内', en: 'The expiry must lie ahead, within 400 days' },
} as const
