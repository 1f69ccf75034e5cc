import { sql } from './sql.ts'

/** As the index of 0027_scopes_of_texts.sql has it, or the planner does not recognise it. `t` is `order_text`. */
export const TEXT_KEYS = sql`(search_keys(t.order_id, split_part(t.body, E'\\n', 1), t.pairs, t.joints) || t.scopes)`

/** The same of `reply_text t`. */
export const REPLY_KEYS = sql`(search_keys(t.order_id, '', t.pairs, t.joints) || t.scopes)`

export const REQUEST_BODY = sql`order_text`
export const REPLY_BODY = sql`reply_text`
