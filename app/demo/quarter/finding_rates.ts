import type { FindingCode } from '#app/reconciliation/findings/finding_codes'

/** What the plan makes wrong on purpose: a finding, SAISINE_INCONNUE being of two kinds. */
export type Fault =
  Exclude<FindingCode, 'SAISINE_INCONNUE'> | 'REFERENCE_MAL_SAISIE' | 'REFERENCE_INVENTEE'

/** The share of the saisines, from 0 to 1, that each fault touches. */
export type FindingRates = Readonly<Record<Fault, number>>

export const DEFAULT_RATES: FindingRates = {
  REFERENCE_MAL_SAISIE: 0.006,
  REFERENCE_INVENTEE: 0.002,
  DOUBLON: 0.008,
  MAUVAISE_ASSOCIATION: 0.005,
  MAUVAISE_CONVENTION: 0.003,
  DATE_INCOHERENTE: 0.005,
  HORS_CONVENTION: 0.002,
  CANAL_NON_PAYABLE: 0.007,
  BENEFICIAIRE_NON_COUVERT: 0.006,
  HORS_DELAI: 0.008,
  AUCUN_TARIF: 0.005,
  PLAFOND_DEPASSE: 0.02,
  DEPARTEMENT_DIFFERENT: 0.01,
  RETARD: 0.02,
  FICHE_MANQUANTE: 0.08,
}
