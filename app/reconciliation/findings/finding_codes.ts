import { OUTCOME_WORDS, wordsOf } from '#app/conventions/convention_words'
import type { FormIdentity, FormOrigin } from '#app/reconciliation/facts/form_facts'
import { periodInWords } from '#app/reconciliation/findings/period_in_words'
import type { Tariff } from '#app/reconciliation/tariff'
import { BENEFICIARY_WORDS, CHANNEL_WORDS, inWords } from '#app/saisines/saisine_words'
import type { Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import type { Period } from '#app/shared/period'

/** Codes that keep a form from being paid; the first that applies names its outcome. */
export const BLOCKING_CODES = [
  'SAISINE_INCONNUE',
  'DOUBLON',
  'MAUVAISE_ASSOCIATION',
  'MAUVAISE_CONVENTION',
  'DATE_INCOHERENTE',
  'HORS_CONVENTION',
  'CANAL_NON_PAYABLE',
  'BENEFICIAIRE_NON_COUVERT',
  'HORS_DELAI',
  'AUCUN_TARIF',
] as const

/** Codes to look at, which keep nothing from being paid. */
export const INFORMATIVE_CODES = ['PLAFOND_DEPASSE', 'DEPARTEMENT_DIFFERENT', 'RETARD'] as const

/** The finding on a saisine that has no form to bear it. */
export const SAISINE_CODES = ['FICHE_MANQUANTE'] as const

export type BlockingCode = (typeof BLOCKING_CODES)[number]
export type FindingCode =
  BlockingCode | (typeof INFORMATIVE_CODES)[number] | (typeof SAISINE_CODES)[number]

const BLOCKING: ReadonlySet<string> = new Set(BLOCKING_CODES)

export function isBlocking(code: FindingCode): code is BlockingCode {
  return BLOCKING.has(code)
}

const ORIGINS: Record<FormOrigin, string> = {
  portal: 'portail',
  import: 'fichier',
  typed: 'saisie par la fédération',
}

interface FindingText {
  readonly label: string
  /** The observation in French, with the values that gave rise to it. */
  readonly sentence: (...values: never[]) => string
  /** What the federation does about it, in French. */
  readonly remedy: string
  /** What the association can do, on its statement. */
  readonly association: string
}

export const FINDING_CODES = {
  SAISINE_INCONNUE: {
    label: 'Saisine inconnue',
    sentence: (reference: string) =>
      `Aucune saisine ne porte la référence «\u00a0${reference}\u00a0».`,
    remedy:
      'Vérifiez la référence auprès de l’association, puis rattachez la fiche à l’une des saisines proposées.',
    association: 'Recopiez la référence du message de saisine, et renvoyez la fiche.',
  },
  DOUBLON: {
    label: 'Doublon',
    sentence: (reference: string, { receivedOn, origin }: FormIdentity) =>
      `La fiche reçue le ${formatDay(receivedOn)} (${ORIGINS[origin]}) est retenue pour la saisine ${reference}\u00a0: une saisine n’est payée qu’une fois.`,
    remedy: 'Comparez les deux fiches\u00a0; il n’y a rien à faire si elles disent la même chose.',
    association:
      'Rien à faire si les deux fiches disent la même chose\u00a0; sinon, écrivez à la fédération.',
  },
  MAUVAISE_ASSOCIATION: {
    label: 'Mauvaise association',
    sentence: (reference: string) =>
      `La saisine ${reference} est confiée à une autre association que celle qui envoie la fiche.`,
    remedy:
      'Réaffectez la saisine à l’association qui envoie la fiche si c’est elle qui a fait le travail\u00a0; sinon, demandez la fiche à l’association saisie.',
    association:
      'Si c’est votre association qui a fait le travail, demandez la réaffectation de la saisine.',
  },
  MAUVAISE_CONVENTION: {
    label: 'Mauvaise convention',
    sentence: (reference: string) =>
      `La saisine ${reference} relève d’une autre convention que celle indiquée sur la fiche.`,
    remedy: 'Faites corriger sur la fiche la convention, ou la référence de la saisine.',
    association: 'Corrigez la convention de la fiche, ou sa référence, et renvoyez-la.',
  },
  DATE_INCOHERENTE: {
    label: 'Dates incohérentes',
    sentence: (disagreements: readonly string[]) => disagreements.join(' '),
    remedy:
      'Faites corriger la date fautive par l’association, ou acceptez les dates en disant pourquoi.',
    association: 'Corrigez la date fautive, et renvoyez la fiche.',
  },
  HORS_CONVENTION: {
    label: 'Hors convention',
    sentence: (openedOn: Day, convention: string, validity: Period) =>
      `La saisine est du ${formatDay(openedOn)}\u00a0; la convention ${convention} est valable ${periodInWords(validity)}.`,
    remedy:
      'Vérifiez la date de la saisine\u00a0; seul un avenant change la durée de la convention.',
    association: 'Écrivez à la fédération si la date de la saisine est fausse.',
  },
  CANAL_NON_PAYABLE: {
    label: 'Canal non payable',
    sentence: (channel: string, convention: string) =>
      `La convention ${convention} ne paie pas les saisines arrivées par le canal «\u00a0${CHANNEL_WORDS[channel] ?? inWords(channel)}\u00a0».`,
    remedy: 'Vérifiez le canal de la saisine\u00a0; seul un avenant change les canaux payables.',
    association: 'Écrivez à la fédération si la personne est passée par la plateforme.',
  },
  BENEFICIAIRE_NON_COUVERT: {
    label: 'Bénéficiaire non couvert',
    sentence: (beneficiary: string, convention: string) =>
      `La convention ${convention} ne couvre pas les bénéficiaires «\u00a0${BENEFICIARY_WORDS[beneficiary] ?? inWords(beneficiary)}\u00a0».`,
    remedy:
      'Vérifiez le bénéficiaire de la saisine\u00a0; seul un avenant change les bénéficiaires couverts.',
    association: 'Écrivez à la fédération si le bénéficiaire de la saisine est mal enregistré.',
  },
  HORS_DELAI: {
    label: 'Hors délai',
    sentence: (receivedOn: Day, lastDay: Day) =>
      `La fiche est reçue le ${formatDay(receivedOn)}, après la forclusion\u00a0: le dernier jour était le ${formatDay(lastDay)}.`,
    remedy: 'Acceptez la fiche si le retard est excusable, en disant pourquoi.',
    association: 'Écrivez à la fédération si le retard a une cause qui l’excuse.',
  },
  AUCUN_TARIF: {
    label: 'Aucun tarif',
    sentence: (convention: string, { pricedOn, schedule }: Tariff, outcome: string) =>
      schedule === null
        ? `Aucun barème de la convention ${convention} n’est en vigueur le ${formatDay(pricedOn)}.`
        : `Le barème «\u00a0${schedule.label}\u00a0», en vigueur le ${formatDay(pricedOn)}, ne paie aucune des prestations de cette fiche pour l’issue «\u00a0${wordsOf([outcome], OUTCOME_WORDS)}\u00a0» et ce bénéficiaire.`,
    remedy: 'Complétez le barème de la convention, ou faites corriger la fiche par l’association.',
    association: 'Vérifiez l’issue et les nombres d’actes de la fiche, et renvoyez-la.',
  },
  PLAFOND_DEPASSE: {
    label: 'Plafond dépassé',
    sentence: (overruns: readonly string[]) => overruns.join(' '),
    remedy: 'Rien à faire\u00a0: seul ce qui dépasse le plafond n’est pas payé.',
    association: 'Rien à faire\u00a0: seul ce qui dépasse le plafond n’est pas payé.',
  },
  DEPARTEMENT_DIFFERENT: {
    label: 'Département différent',
    sentence: (department: string, departments: readonly string[]) =>
      `La saisine est du département ${department}\u00a0; l’association intervient dans\u00a0: ${departments.join(', ') || 'aucun département enregistré'}.`,
    remedy: 'Vérifiez le département de la saisine, et ceux de l’association.',
    association: 'Signalez à la fédération les départements où vous intervenez.',
  },
  RETARD: {
    label: 'Retard',
    sentence: (receivedOn: Day, lastDay: Day) =>
      `La fiche est reçue le ${formatDay(receivedOn)}\u00a0; elle était attendue le ${formatDay(lastDay)} au plus tard.`,
    remedy: 'Ce retard n’empêche pas le paiement\u00a0; rappelez le délai à l’association.',
    association:
      'Ce retard n’empêche pas le paiement\u00a0; la prochaine fiche est attendue dans le délai.',
  },
  FICHE_MANQUANTE: {
    label: 'Fiche manquante',
    sentence: (reference: string, openedOn: Day, lastDay: Day) =>
      `Aucune fiche n’est reçue pour la saisine ${reference} du ${formatDay(openedOn)}\u00a0; elle était attendue le ${formatDay(lastDay)} au plus tard.`,
    remedy: 'Relancez l’association.',
    association: 'Envoyez la fiche retour.',
  },
} as const satisfies Record<FindingCode, FindingText>
