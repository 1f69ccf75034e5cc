import { StateNote, type Told } from '../ui/States.tsx'

/** The place of the order while none is open: what to do to open one. */
export const NothingOpen = ({ label, ...told }: { label: string } & Told) => (
  <section className="col nothing" aria-label={label}>
    <StateNote {...told} />
  </section>
)
