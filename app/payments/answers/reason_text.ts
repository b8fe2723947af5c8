import { reasonCode } from '#app/payments/answers/reason_codes'

/** Why, in the bank’s own codes and words. */
export interface StatusReason {
  /** ISO external code ('AC04'), kept as written when unknown. */
  code: string | null
  proprietary: string | null
  text: string | null
}

/** One sentence for the screen: what we know of the code, the code, and the bank’s own words. */
export function reasonText({ code, proprietary, text }: StatusReason): string {
  const written = code ?? proprietary
  const known = reasonCode(written)?.meaning
  const said = text === null ? '' : `\u00a0: «\u00a0${text}\u00a0»`
  if (known) return `${known} (${written})${said}.`
  return written === null
    ? `Raison non codée${said}.`
    : `Motif ${written}, code non répertorié${said}.`
}
