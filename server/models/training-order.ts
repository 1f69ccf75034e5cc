/** A closed order as training sees it: what was said, and the category people left it with. */
export type TrainingOrder = {
  id: string
  no: string
  title: string
  content: string
  code: string
  /** when it was received */
  at: string
  /** a person had set another category than was suggested */
  corrected: boolean
}
