import type { PromptOutcome, PromptPurpose } from '#contract/assistant.ts'
import type { Words } from '../language.ts'

export const outcomeWords: Record<PromptOutcome, Words> = {
  asked: { zh: '等待答复', en: 'Waiting' },
  done: { zh: '已用', en: 'Used' },
  'timed-out': { zh: '超时', en: 'Timed out' },
  failed: { zh: '服务出错', en: 'Service failed' },
  unreadable: { zh: '答复不合要求', en: 'Unusable answer' },
}

export const purposeWords: Record<PromptPurpose, Words> = {
  form: { zh: '填单', en: 'Form' },
  summary: { zh: '摘要', en: 'Summary' },
}

export const assistantWords = {
  zh: {
    title: '大模型助手',
    off: '没有启用',
    offTold:
      '填单和摘要由内置方法完成，不需要网络。要启用，请在运行设置里写明 JIESU_MODEL_URL 和 JIESU_MODEL_NAME 后重启。',
    service: '服务',
    model: '模型',
    timeout: '最长等待',
    seconds: (ms: number) => `${ms / 1000} 秒`,
    today: '今天已用',
    used: (tokens: string, budget: string) => `${tokens} / ${budget} token`,
    prompts: (n: string) => `${n} 次`,
    masked: '送出的文字先脱敏：姓名、电话、证件、车牌、门牌换成标记。记录保留 30 天，之后只留数字。',
    log: '调用记录',
    none: '还没有调用',
    noneTold: '启用以后，每次“通话填单”和“写摘要”在这里留一行。',
    columns: ['时间', '谁', '用途', '结果', 'token', '用时', '送出的文字与答复'],
    show: '查看',
    forgotten: '已清除',
    sent: '送出',
    answer: '答复',
  },
  en: {
    title: 'Language model',
    off: 'Off',
    offTold:
      'Forms and summaries are made by the built-in means, without any network. To turn it on, set JIESU_MODEL_URL and JIESU_MODEL_NAME and start again.',
    service: 'Service',
    model: 'Model',
    timeout: 'Time-out',
    seconds: (ms: number) => `${ms / 1000} s`,
    today: 'Used today',
    used: (tokens: string, budget: string) => `${tokens} of ${budget} tokens`,
    prompts: (n: string) => `${n} prompts`,
    masked:
      'Words are masked before they leave: names, phones, identity numbers, plates and rooms become tokens. They are kept for 30 days, the numbers stay.',
    log: 'Log of prompts',
    none: 'Nothing was asked yet',
    noneTold: 'Once it is on, every form from a call and every summary leaves a line.',
    columns: ['When', 'Who', 'For', 'Outcome', 'Tokens', 'Took', 'Sent and answered'],
    show: 'Show',
    forgotten: 'Forgotten',
    sent: 'Sent',
    answer: 'Answer',
  },
}
