import { openPain001 } from '#app/payments/pain001/open_pain001'
import type { RuleContext, RuleFinding } from '#app/payments/rules/rule'
import { RULES } from '#app/payments/rules/rules'

export interface Breach extends RuleFinding {
  code: string
  level: 'error' | 'warning'
}

/**
 * Every rule that the file breaks, in French; the bank can be sent a file without a breach of level
 * 'error' that its ISO schema accepts too. The schema alone lets through a wrong total, a bad RIB
 * key, accents, another currency or a past date (EPC132-08 asks for them).
 */
export function checkPain001(
  bytes: Uint8Array | string,
  {
    today,
    usedEndToEndIds = new Set<string>(),
    recentPayments = [],
  }: Pick<RuleContext, 'today'> & Partial<RuleContext>
): Breach[] {
  const opened = openPain001(bytes)
  if ('refusal' in opened) return [{ ...opened.refusal, where: 'fichier', level: 'error' }]
  const context = { today, usedEndToEndIds, recentPayments }
  return RULES.flatMap(({ code, level, check }) =>
    [...check(opened.file, context)].map((finding) => ({ code, level, ...finding }))
  )
}
