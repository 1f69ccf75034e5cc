/** Known to everybody, so good for nothing but a demo on this machine: a production start forces another. */
export const DEMO_PASSWORD = 'yunchuan-demo-2026'
