import sharp from 'sharp'

export type Look = 'littered' | 'cleared' | 'broken'

const things: Record<Look, string> = {
  littered: `<path d="M240 560l70-120 90 30 80-70 60 110 120-20 40 70z" fill="#6b5a45"/>
    <rect x="330" y="430" width="90" height="70" fill="#a8743c"/><circle cx="540" cy="520" r="34" fill="#35507a"/>`,
  cleared: '<path d="M120 600h720" stroke="#d9d6cd" stroke-width="10" stroke-dasharray="60 40"/>',
  broken: `<ellipse cx="480" cy="560" rx="120" ry="44" fill="#26282b"/>
    <path d="M300 470l20-110 20 110zM640 470l20-110 20 110z" fill="#e2642b"/>`,
}

const made = new Map<Look, Promise<Buffer>>()

/** Drawn, so that nobody takes it for a real place: a wall, a street, and what lies there or no longer does. JPEG. */
export function drawnPhoto(look: Look): Promise<Buffer> {
  const picture =
    made.get(look) ??
    sharp(
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720">
    <rect width="960" height="720" fill="#b9cbd6"/><rect y="150" width="960" height="260" fill="#c9b79c"/>
    <path d="M0 410h960v310H0z" fill="#84878a"/>${things[look]}</svg>`),
    )
      .jpeg({ quality: 75 })
      .toBuffer()
  made.set(look, picture)
  return picture
}
