import { Icon } from '../ui/Icon.tsx'

type Props = {
  /** the filter and its value, as they are read */
  said: string
  edit: string
  remove: string
  /** null: a filter that came by link and has no editor */
  onEdit: (() => void) | null
  onRemove: () => void
}

/** One filter that is set: pressed it is changed, by its cross it goes. */
export const FilterChip = ({ said, edit, remove, onEdit, onRemove }: Props) => (
  <span className="chip">
    {onEdit === null ? (
      <span className="cut" title={said}>
        {said}
      </span>
    ) : (
      <button type="button" className="cut" title={said} aria-label={edit} onClick={onEdit}>
        {said}
      </button>
    )}
    <button type="button" className="x" aria-label={remove} onClick={onRemove}>
      <Icon name="close" size={12} />
    </button>
  </span>
)
