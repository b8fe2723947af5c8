import { ACCOUNT_STATE, type AccountState } from '#app/network/bank_accounts/account_states'
import { CHANGE_KINDS, CHANGE_STATES, type ChangeKind } from '#app/network/changes/change_kinds'
import { statedLines } from '#app/network/changes/change_page'
import type { Stated } from '#app/network/changes/proposed_change'
import type { Day } from '#app/shared/day'
import { formatDay, maskIban } from '#app/shared/french_format'
import { parisDay } from '#app/shared/day'
import type { StateLabel } from '#app/shared/screens/list'
import { row, rows } from '#app/shared/rows'

export interface MyAssociation {
  id: number
  code: string
  name: string
  siret: string | null
  email: string | null
  street: string | null
  buildingNumber: string | null
  postcode: string | null
  town: string
  country: string
  departments: { code: string; name: string }[]
}

interface MyAccount {
  id: number
  country: string
  last4: string
  holder: string
  state: AccountState
  proposedAt: Date
  payableFrom: Date | null
  reason: string | null
}

/** How the association is paid and reached, and what it has proposed. Reads behind the wall. */
export async function readMyDetails() {
  const accounts = await rows<MyAccount>(
    `SELECT b.id, b.iban_country AS country, b.iban_last4 AS last4, b.holder, ${ACCOUNT_STATE} AS state,
       b.proposed_at AS "proposedAt", b.payable_from AS "payableFrom",
       coalesce(b.rejection_reason, b.blocked_reason) AS reason
     FROM bank_accounts b ORDER BY b.id DESC LIMIT 10`
  )
  return {
    association: await myAssociation(),
    accounts: accounts.map((account) => ({
      ...account,
      iban: maskIban(account.country, account.last4),
      badge: accountWords(account),
    })),
    referents: await rows<{
      code: string
      department: string
      name: string
      email: string | null
      phone: string | null
      startsOn: Day
    }>(
      `SELECT d.code, d.name AS department, r.name, r.email, r.phone, r.starts_on AS "startsOn"
       FROM referents r JOIN departments d ON d.code = r.department_code
       WHERE r.ends_on IS NULL OR r.ends_on > CURRENT_DATE ORDER BY d.code`
    ),
    changes: await myChanges(),
  }
}

/** What is known of the association itself. */
export async function myAssociation(): Promise<MyAssociation> {
  return (await row<MyAssociation>(
    `SELECT a.id, a.code, a.name, a.siret, a.email, a.street, a.building_number AS "buildingNumber", a.postcode, a.town,
       a.country,
       (SELECT coalesce(json_agg(json_build_object('code', d.code, 'name', d.name) ORDER BY d.code), '[]')
        FROM association_departments ad JOIN departments d ON d.code = ad.department_code) AS departments
     FROM associations a`
  ))!
}

async function myChanges() {
  const changes = await rows<{
    id: number
    kind: ChangeKind
    stated: Stated
    state: keyof typeof CHANGE_STATES
    proposedAt: Date
    reason: string | null
  }>(
    `SELECT id, kind, stated, state, proposed_at AS "proposedAt", reason FROM proposed_changes ORDER BY id DESC LIMIT 20`
  )
  return changes.map((change) => ({
    ...change,
    label: CHANGE_KINDS[change.kind],
    badge: CHANGE_STATES[change.state],
    summary: statedLines(change.stated)
      .filter(({ value }) => value !== '')
      .map(({ label, value }) => `${label}\u00a0: ${value}`)
      .join(', '),
  }))
}

/** Where an account stands, in the words of who waits for it. */
function accountWords({ state, payableFrom, reason }: MyAccount): StateLabel {
  const why = reason ? `\u00a0: ${reason}` : ''
  switch (state) {
    case 'proposed':
      return { label: 'proposé, la fédération vous rappelle', tone: 'waiting' }
    case 'cooling':
      return { label: `en délai jusqu’au ${formatDay(parisDay(payableFrom!))}`, tone: 'waiting' }
    case 'usable':
      return { label: 'en service', tone: 'good' }
    case 'blocked':
      return { label: `bloqué${why}`, tone: 'alert' }
    case 'rejected':
      return { label: `refusé${why}`, tone: 'alert' }
    case 'replaced':
      return { label: 'remplacé', tone: 'calm' }
  }
}
