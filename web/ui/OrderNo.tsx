/** An order's number: the last five digits are what people say to each other. */
export const OrderNo = ({ no }: { no: string }) => (
  <span className="no">
    {no.slice(0, -5)}
    <b>{no.slice(-5)}</b>
  </span>
)
