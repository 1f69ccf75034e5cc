/** A list of orders looks back over first dispatches for a year at most. */
const DAYS = 364

/** The address of the orders whose first dispatch this rule chose, up to today. */
export function ordersOfRule(rule: string, today: string) {
  const from = new Date(Date.parse(`${today}T00:00:00Z`) - DAYS * 86_400_000).toISOString().slice(0, 10)
  return { firstIn: `rule:${rule}`, firstFrom: from, firstTo: today }
}
