import type { DemoAssociation } from '#app/demo/network/demo_association'
import type { Grounds } from '#app/demo/quarter/grounds'
import type { PlannedSaisine } from '#app/demo/quarter/planned'
import type { Random } from '#app/demo/random'

/** CALAE's shares of the victims of 2023; the 5 % it leaves aside are counted with local élus. */
const MANDATES = [
  ['maire', 64],
  ['adjoint', 10],
  ['conseiller', 13],
  ['parlementaire', 13],
] as const

/** CALAE's shares of the facts of 2024 for the first two; the others share the rest. */
const FACTS = [
  ['menaces_injures', 68],
  ['violences_physiques', 10],
  ['atteinte_aux_biens', 9],
  ['harcelement', 8],
  ['autre', 5],
] as const

const OTHER_CHANNEL = 0.12
const RELATIVE = 0.15

/** A saisine that its convention pays, of a department of its association. */
export function drawSaisine(
  random: Random,
  { terms, openDays, beneficiaries }: Grounds,
  association: DemoAssociation,
  reference: string
): PlannedSaisine {
  const relatives = beneficiaries.filter((beneficiary) => beneficiary === 'proche')
  const others = beneficiaries.filter((beneficiary) => beneficiary !== 'proche')
  const usual = others.length > 0 ? others : relatives
  const isRelative = relatives.length > 0 && random.chance(RELATIVE)
  const [channel, ...otherChannels] = terms.payableChannels
  const other = otherChannels.length > 0 && random.chance(OTHER_CHANNEL)
  return {
    reference,
    convention: terms.code,
    association: association.code,
    openedOn: random.pick(openDays),
    channel: other ? random.pick(otherChannels) : channel!,
    department: random.chance(0.8)
      ? association.departments[0]!
      : random.pick(association.departments),
    beneficiary: random.pick(isRelative ? relatives : usual),
    mandate: terms.coveredBeneficiaries.includes('elu') ? random.weighted(MANDATES) : 'sans_objet',
    facts: random.weighted(FACTS),
    event: null,
  }
}
