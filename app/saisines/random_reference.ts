import { randomInt } from 'node:crypto'

/** Read aloud on the telephone: no letter or figure that passes for another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 'S-7KQ2M-D9XWT': thirty to the tenth, so that a mistyped one is nobody's. */
export function randomReference(): string {
  const signs = Array.from({ length: 10 }, () => SIGNS[randomInt(SIGNS.length)])
  return `S-${signs.slice(0, 5).join('')}-${signs.slice(5).join('')}`
}
