/** How much of a clock's own time is used, with marks at half and three quarters; beside it stand the words. */
export function Meter({ share, tone, label }: { share: number; tone: 'green' | 'amber' | 'red'; label: string }) {
  const percent = Math.min(100, Math.round(share * 100))
  return (
    <div
      className={`meter ${tone}`}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ width: `${percent}%` }} />
      <u style={{ left: '50%' }} />
      <u style={{ left: '75%' }} />
    </div>
  )
}
