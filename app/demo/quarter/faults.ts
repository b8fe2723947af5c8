import {
  asksAboveTheCap,
  asksForNothingPaid,
  contradictsItsDates,
} from '#app/demo/quarter/content_faults'
import {
  comesByAnotherChannel,
  livesElsewhere,
  namesAnotherBeneficiary,
  predatesTheConvention,
} from '#app/demo/quarter/saisine_faults'
import {
  answersNoSaisine,
  claimsAnotherConvention,
  comesFromAnotherAssociation,
  isSentLate,
  isSentTwice,
  mistypesTheReference,
  sendsNothing,
} from '#app/demo/quarter/sending_faults'
import type { Fault } from '#app/demo/quarter/finding_rates'
import type { PlanCase, PlanWorld } from '#app/demo/quarter/plan_case'
import type { PlannedForm } from '#app/demo/quarter/planned'

/**
 * Spoils a clean case and its form, and writes down what is expected of them; answers false, and
 * changes nothing, where the convention makes the fault impossible.
 */
export type Spoil = (target: PlanCase, form: PlannedForm, world: PlanWorld) => boolean

/** Those that few conventions allow come first, so that the others do not take their cases. */
export const FAULTS: ReadonlyArray<readonly [Fault, Spoil]> = [
  ['RETARD', (target, form, world) => isSentLate(target, form, world, 'alert')],
  ['HORS_DELAI', (target, form, world) => isSentLate(target, form, world, 'forclusion')],
  ['BENEFICIAIRE_NON_COUVERT', namesAnotherBeneficiary],
  ['CANAL_NON_PAYABLE', comesByAnotherChannel],
  ['HORS_CONVENTION', predatesTheConvention],
  ['MAUVAISE_CONVENTION', claimsAnotherConvention],
  ['AUCUN_TARIF', asksForNothingPaid],
  ['DATE_INCOHERENTE', contradictsItsDates],
  ['PLAFOND_DEPASSE', asksAboveTheCap],
  ['DOUBLON', isSentTwice],
  ['REFERENCE_MAL_SAISIE', mistypesTheReference],
  ['REFERENCE_INVENTEE', answersNoSaisine],
  ['MAUVAISE_ASSOCIATION', comesFromAnotherAssociation],
  ['DEPARTEMENT_DIFFERENT', livesElsewhere],
  ['FICHE_MANQUANTE', sendsNothing],
]
