const LEAST = 10

/** From the public lists of leaked passwords, those of ten characters and more met here first; and the demo's own. */
const COMMON = new Set(
  `1234567890 0123456789 12345678910 123456789a a123456789 123456789q q123456789 qq123456789 aa123456789 abc123456789
  1234567890a a1234567890 123123123123 1231231231 1122334455 112233445566 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc qazwsxedcrfv
  qwertyuiop qwerty12345 qwerty123456 asdfghjkl123 zxcvbnm123 password123 password1234 passw0rd123 p@ssw0rd123 p@ssword123
  iloveyou123 woaini1314 woaini520 woaini5201314 woaini123456 5201314520 5201314.. 52013145201314 admin12345 admin123456
  admin@12345 admin@123456 administrator root123456 changeme123 welcome123 letmein123 abcd123456 abc1234567 abcdefghij
  test123456 test1234567 hello12345 china12345 zhongguo123 beijing2008 shanghai123 jiesu12345 jiesu123456 hotline12345
  rexian12345 12345rexian 123451234512345 1234512345 zaq12wsxcde3 1qaz@wsx3edc qwer123456 asd123456789 a123456789a yunchuan-demo-2026`.split(
    /\s+/,
  ),
)

const isRow = (text: string): boolean => {
  const steps = new Set([...text].slice(1).map((c, i) => c.charCodeAt(0) - text.charCodeAt(i)))
  return steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1)
}

/** Too short, known to everybody, one character or one row (abcdefghij), or built around the log-in. */
export function isWeakPassword(password: string, login: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase()
  return (
    [...folded].length < LEAST ||
    COMMON.has(folded) ||
    isRow(folded) ||
    new Set(folded).size < 4 ||
    (login.length >= 3 && folded.includes(login.toLowerCase()))
  )
}
