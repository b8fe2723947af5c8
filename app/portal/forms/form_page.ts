import { OUTCOME_WORDS } from '#app/conventions/convention_words'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import { loadTerms } from '#app/conventions/load_terms'
import type { TypedCells } from '#app/intake/typed_cells'
import { formCounts } from '#app/portal/forms/form_lists'
import { sentVersions } from '#app/portal/forms/sent_versions'
import { tryForm, type FormTrial } from '#app/portal/forms/try_form'
import { formExpectedBy } from '#app/reconciliation/findings/form_expected_by'
import type { FormIdentity } from '#app/reconciliation/facts/form_facts'
import { lastAccount, type LastAccount } from '#app/returns/last_account'
import type { OwnSaisine } from '#app/returns/own_saisine'
import { payingRun } from '#app/returns/paying_run'
import { readOwnForm } from '#app/returns/read_own_form'
import { receptionDay } from '#app/returns/reception_day'
import { servicesInForce, type ServiceInForce } from '#app/returns/services_in_force'
import { BENEFICIARY_WORDS, CHANNEL_WORDS, inWords } from '#app/saisines/saisine_words'
import { parisDay, type Day } from '#app/shared/day'
import { parseFrenchDay } from '#app/shared/french_parse'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { choicesOf } from '#app/shared/screens/choices_of'

/** All that the page of a form depends on, beside what is typed. */
export interface FormDesk {
  saisine: OwnSaisine
  terms: ConventionTerms
  last: LastAccount | null
  departments: string[]
  retained: FormIdentity | null
  today: Day
}

/** Reads it; works behind the wall as outside, for it names the association itself. */
export async function formDesk(saisine: OwnSaisine): Promise<FormDesk> {
  return {
    saisine,
    terms: await loadTerms(saisine.conventionId),
    last: await lastAccount(saisine),
    departments: (
      await rows<{ code: string }>(
        'SELECT department_code AS code FROM association_departments WHERE association_id = ? ORDER BY 1',
        [saisine.associationId]
      )
    ).map(({ code }) => code),
    retained: await row<FormIdentity>(
      `SELECT f.id, f.received_on AS "receivedOn", f.origin FROM form_outcomes o JOIN return_forms f ON f.id = o.form_id
       WHERE o.saisine_id = ? AND o.outcome = 'RETENUE' AND f.association_id = ? AND f.reference <> ?`,
      [saisine.id, saisine.associationId, saisine.reference]
    ),
    today: parisDay(new Date()),
  }
}

/** The services that the barème of the day pays, the day being the one that the cells lead to. */
export function servicesOf({ terms, saisine }: FormDesk, cells: TypedCells): ServiceInForce[] {
  return servicesInForce(terms, saisine, parseFrenchDay(cells.date_premier_contact ?? ''))
}

/** What would be paid for these cells; null as long as the form does not say how the support ended. */
export function trialOf(desk: FormDesk, cells: TypedCells): FormTrial | null {
  if (!cells.issue) return null
  const services = servicesOf(desk, cells)
  const codes = services.map(({ code }) => code)
  const form = readOwnForm(cells, desk.saisine, codes, desk.today)
  if (isRefused(form)) {
    return { problems: form.refused, blocking: [], notes: [], lines: [], total: 0 }
  }
  const receivedOn = receptionDay(desk.last, form, desk.today)
  return tryForm({ ...form, receivedOn }, desk.saisine, { ...desk, services })
}

/** What the page shows. */
export async function formPage(desk: FormDesk, cells: TypedCells, draftSavedAt: Date | null) {
  const { saisine, terms, last, today } = desk
  const { days } = (await row<{ days: number }>('SELECT missing_form_days AS days FROM settings'))!
  return {
    saisine,
    cells,
    last,
    draftSavedAt,
    today,
    services: servicesOf(desk, cells),
    trial: trialOf(desk, cells),
    tooLateFor: last && (await payingRun(saisine.id)),
    versions: last ? await sentVersions(saisine) : [],
    othersWait: !last && (await formCounts()).due > 1,
    expectedBy: formExpectedBy(saisine.openedOn, terms, days),
    forclusion: terms.deadline?.effect === 'forclusion',
    pricedByContact: terms.priceDate === 'first_contact',
    outcomes: choicesOf(OUTCOME_WORDS),
    channel: CHANNEL_WORDS[saisine.channel] ?? inWords(saisine.channel),
    beneficiary: BENEFICIARY_WORDS[saisine.beneficiary] ?? inWords(saisine.beneficiary),
  }
}
