import { ACCOUNT_REASONS } from '#app/payments/answers/account_reasons'
import { innocent } from '#app/payments/answers/innocent'
import { ORDER_REASONS } from '#app/payments/answers/order_reasons'
import { OTHER_REASONS } from '#app/payments/answers/other_reasons'
import type { ReasonCode } from '#app/payments/answers/reason_codes'

/** How a reject code of CFONB 120 is kept: its two digits alone could be a bank’s own code. */
export function cfonbReason(code: string): string {
  return `CFONB ${code}`
}

// The interbank list (délais et codes motifs de rejet, CFONB, June 2012) gives these an ISO code of the same meaning.
const SAME_AS_ISO = [
  ['12', 'AC01'],
  ['14', 'AC04'],
  ['16', 'BE06'],
  ['18', 'BE05'],
  ['20', 'AM04'],
  ['32', 'LEGL'],
  ['34', 'AC06'],
  ['35', 'MD07'],
  ['52', 'AG02'],
  ['54', 'BE04'],
  ['57', 'FF01'],
  ['58', 'MS02'],
  ['59', 'MS03'],
  ['60', 'RC01'],
  ['61', 'TM01'],
  ['62', 'RR04'],
  ['63', 'SL01'],
  ['64', 'AM05'],
  ['65', 'FOCR'],
  ['88', 'CNOR'],
  ['99', 'AG01'],
] as const

// Said of drafts, cheques and direct debits: a transfer that bears one asks for a call.
const OF_OTHER_PAYMENTS = [
  ['01', 'L’endos est faux'],
  ['02', 'L’échéance est hors limite'],
  ['03', 'La date est incohérente'],
  ['04', 'Une partie de la somme est réclamée'],
  ['05', 'Toute la somme est réclamée'],
  ['06', 'L’acceptation n’est pas revenue'],
  ['11', 'La banque annule l’opération'],
  ['13', 'La créance ne peut pas être identifiée'],
  ['19', 'La créance est cédée à une autre banque'],
  ['31', 'Il n’y a pas d’autorisation'],
  ['39', 'Seul un effet d’un autre genre est payé'],
  ['66', 'Une donnée du mandat est fausse'],
  ['70', 'Le tirage est contesté'],
  ['71', 'La somme est reçue à tort ou déjà réglée'],
  ['72', 'Le code d’acceptation est faux'],
  ['73', 'Le montant est contesté'],
  ['74', 'La date d’échéance est contestée'],
  ['75', 'Un délai est demandé'],
  ['76', 'La réclamation vient trop tard'],
  ['80', 'Le débiteur conteste'],
  ['90', 'Une partie seulement est payée'],
] as const

/** The reject codes of CFONB 120 statements (positions 41 and 42 of a movement). */
export const CFONB_REASONS: ReadonlyMap<string, ReasonCode> = new Map([
  ...SAME_AS_ISO.map(([code, iso]) => [cfonbReason(code), isoReason(iso)] as const),
  ...OF_OTHER_PAYMENTS.map(([code, meaning]) => [cfonbReason(code), called(meaning)] as const),
])

function isoReason(code: string): ReasonCode {
  return (ACCOUNT_REASONS.get(code) ?? ORDER_REASONS.get(code) ?? OTHER_REASONS.get(code))!
}

function called(meaning: string): ReasonCode {
  return innocent(
    meaning,
    'Ce motif n’est pas celui d’un virement\u00a0: demandez à votre banque ce qu’il dit ici.'
  )
}
