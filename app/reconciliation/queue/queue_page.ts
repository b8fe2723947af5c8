import { OUTCOME_WORDS } from '#app/conventions/convention_words'
import type { ConventionAt } from '#app/reconciliation/convention_at'
import { FINDING_CODES } from '#app/reconciliation/findings/finding_codes'
import { candidatesOf } from '#app/reconciliation/queue/candidates'
import { keyOf, queueAddress } from '#app/reconciliation/queue/queue_address'
import { motivesOf } from '#app/reconciliation/queue/motives'
import type { QueueItem, QueuePlace } from '#app/reconciliation/queue/queue_items'
import { findReturnForm, serviceLabels } from '#app/returns/find_return_form'
import { findSaisine, type SaisineView } from '#app/saisines/find_saisine'
import { BENEFICIARY_WORDS, CHANNEL_WORDS, inWords } from '#app/saisines/saisine_words'
import { findingsOf } from '#app/saisines/story/findings_of'
import { departmentsOf } from '#app/reconciliation/queue/departments_of'

/** All that one item of the queue shows: the form, what it may answer, and why it waits. */
export async function queuePage(convention: ConventionAt, place: QueuePlace) {
  const { item } = place
  const form = (await findReturnForm(item.formId))!
  const labels = await serviceLabels(form.conventionId)
  const findings = await findingsOf(null, [form.id], { money: true })
  const unknown = item.code === 'SAISINE_INCONNUE'
  const candidates = unknown
    ? ((await candidatesOf(convention.code, form.id))?.candidates ?? [])
    : []
  const saisine = unknown || form.saisineId === null ? null : await findSaisine(form.saisineId)
  const departments = await departmentsOf(form.associationId)
  return {
    ...place,
    previousHref: hrefOf(convention, place.previous),
    nextHref: hrefOf(convention, place.next),
    key: keyOf(item),
    after: keyOf(place.next ?? place.previous ?? item),
    unknown,
    label: FINDING_CODES[item.code].label,
    finding: findings.find(({ code }) => code === item.code),
    others: findings
      .filter(({ code }) => code !== item.code)
      .map((one) => ({ ...one, label: FINDING_CODES[one.code as QueueItem['code']].label })),
    form: {
      ...form,
      outcomeLabel: OUTCOME_WORDS[form.outcome],
      quantities: Object.entries(form.quantities).map(([code, quantity]) => ({
        label: labels.get(code) ?? inWords(code),
        quantity,
      })),
      departments,
    },
    candidates: candidates.map((one) => ({ ...one, saisine: worded(one.saisine) })),
    saisine: saisine && {
      ...worded(saisine),
      differs: {
        association: saisine.associationId !== form.associationId,
        department: !departments.includes(saisine.department),
        dates: form.firstContactOn !== null && form.firstContactOn < saisine.openedOn,
      },
    },
    motives: {
      accepted: motivesOf(item.code, 'accepted'),
      refused: motivesOf(item.code, 'refused'),
    },
  }
}

function hrefOf(convention: ConventionAt, item: QueueItem | null): string | null {
  return item && queueAddress(convention.code, item)
}

function worded(saisine: SaisineView) {
  return {
    ...saisine,
    channelLabel: CHANNEL_WORDS[saisine.channel] ?? inWords(saisine.channel),
    beneficiaryLabel: BENEFICIARY_WORDS[saisine.beneficiary] ?? inWords(saisine.beneficiary),
  }
}
