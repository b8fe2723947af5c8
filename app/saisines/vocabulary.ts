import { normaliseKey } from '#app/shared/french_parse'
import { remembered } from '#app/shared/remembered'

/**
 * The words that platforms write for one same thing. The list of values is the network's, not the law's:
 * a convention says which channels and beneficiaries it pays for.
 */
const CHANNELS = new Map([
  ['plateforme', 'plateforme'],
  ['plateforme_telephonique', 'plateforme'],
  ['ligne_dediee', 'plateforme'],
  ['telephone', 'plateforme'],
  ['direct', 'direct'],
  ['contact_direct', 'direct'],
  ['employeur', 'employeur'],
])

const BENEFICIARIES = new Map([
  ['elu', 'elu'],
  ['elue', 'elu'],
  ['elu_e', 'elu'],
  ['proche', 'proche'],
  ['proche_d_elu', 'proche'],
  ['salarie', 'salarie'],
  ['salariee', 'salarie'],
  ['salarie_e', 'salarie'],
])

const MANDATES = new Map([
  ['', 'non_precise'],
  ['non_precise', 'non_precise'],
  ['sans_objet', 'non_precise'],
  ['maire', 'maire'],
  ['adjoint', 'adjoint'],
  ['adjointe', 'adjoint'],
  ['adjoint_e', 'adjoint'],
  ['adjoint_au_maire', 'adjoint'],
  ['conseiller', 'conseiller'],
  ['conseillere', 'conseiller'],
  ['conseiller_ere', 'conseiller'],
  ['conseiller_municipal', 'conseiller'],
  ['conseillere_municipale', 'conseiller'],
  ['parlementaire', 'parlementaire'],
  ['depute', 'parlementaire'],
  ['deputee', 'parlementaire'],
  ['senateur', 'parlementaire'],
  ['senatrice', 'parlementaire'],
  ['autre', 'autre'],
])

/** Each reads a cell into its code; null when the word is not of the list. */
export const readChannel = reader(CHANNELS)
export const readBeneficiary = reader(BENEFICIARIES)
export const readMandate = reader(MANDATES)

function reader(words: ReadonlyMap<string, string>): (text: string) => string | null {
  return remembered((text) => words.get(text) ?? words.get(normaliseKey(text)) ?? null)
}
