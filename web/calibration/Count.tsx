/** A number of a table; nought stands back, so that the eye finds what there is. */
export const Count = ({ n }: { n: number }) => <td className={n === 0 ? 'r m3' : 'r'}>{n}</td>
