import type { DemoPeople } from '#app/demo/demo_people'
import { granted } from '#app/demo/granted'
import { createRandom } from '#app/demo/random'
import { nameReferent } from '#app/network/members/name_referent'
import { recordAmfAssociation } from '#app/network/departments/record_amf_association'
import { DEPARTMENTS } from '#app/shared/departments'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

/** As many référents as the network had named in March 2022, among the 101 departments. */
const REFERENTS = 60

/** The overseas collectivities without a departmental association of mayors here: 103 of 108 codes have one. */
const WITHOUT_AMF = new Set(['975', '977', '978', '984', '986'])

const FIRST_NAMES = [
  'Camille',
  'Dominique',
  'Claude',
  'Maxence',
  'Alix',
  'Charlie',
  'Sacha',
  'Noa',
  'Lou',
  'Andrea',
]

/** Names fictitious référents and associations of mayors; departments are left without, as in life. */
export async function playCoverage(
  { coordinator }: DemoPeople,
  seed: number,
  startsOn: Day
): Promise<void> {
  const random = createRandom(`${seed}/coverage`)
  const covered = await rows<{ code: string; associationId: number }>(
    `SELECT department_code AS code, min(association_id) AS "associationId" FROM association_departments
     WHERE length(department_code) = 2 OR department_code IN ('971', '972', '973', '974', '976')
     GROUP BY 1 ORDER BY 1`
  )
  for (const { code, associationId } of random.shuffled(covered).slice(0, REFERENTS)) {
    granted(
      await nameReferent(coordinator, {
        departmentCode: code,
        associationId,
        name: `${random.pick(FIRST_NAMES)} Référent-${code} (fictif)`,
        email: `referent.${code.toLowerCase()}@example.org`,
        phone: null,
        startsOn,
      })
    )
  }
  for (const [code, name] of DEPARTMENTS) {
    if (WITHOUT_AMF.has(code)) continue
    granted(
      await recordAmfAssociation(coordinator, {
        departmentCode: code,
        name: `AMF – ${name} (fictif)`,
        email: null,
        inContact: random.chance(0.5),
      })
    )
  }
}
