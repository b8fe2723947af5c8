import type { ConventionTerms } from '#app/conventions/convention_terms'
import { lastDay } from '#app/conventions/deadline'
import { dateDisagreements } from '#app/reconciliation/findings/date_disagreements'
import type { Decision } from '#app/reconciliation/decisions/decision'
import { finding, type Finding } from '#app/reconciliation/findings/finding'
import {
  FINDING_CODES as codes,
  isBlocking,
  type BlockingCode,
  type FindingCode,
} from '#app/reconciliation/findings/finding_codes'
import type { FormFacts, FormIdentity } from '#app/reconciliation/facts/form_facts'
import { overruns } from '#app/reconciliation/findings/overruns'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { tariff } from '#app/reconciliation/tariff'
import { covers } from '#app/shared/period'

/** `ECARTEE`: nothing blocks the form, but a human refused it. */
export type Outcome = 'RETENUE' | 'ECARTEE' | BlockingCode

export interface Match {
  readonly formId: number
  readonly outcome: Outcome
  /** One at most for each code, blocking ones first, in the order of the codes. */
  readonly findings: readonly Finding[]
}

export interface MatchContext {
  /** The form already retained for the same saisine, be it this one. */
  readonly retained: FormIdentity | null
  /** The saisine that bears the form's reference in another convention than the one it claims. */
  readonly elsewhere?: SaisineFacts
}

type Note = (code: FindingCode, message: string) => void

/**
 * Checks a form against its saisine and the terms of the saisine's convention, both null when the
 * reference is unknown. Every finding is collected; the first that blocks names the outcome.
 * Throws when the terms are not those of the saisine's convention.
 */
export function matchForm(
  form: FormFacts,
  saisine: SaisineFacts | null,
  terms: ConventionTerms | null,
  { retained, elsewhere }: MatchContext
): Match {
  const findings: Finding[] = []
  const note: Note = (code, message) => findings.push(finding(code, message, form.decisions))

  const found = saisine ?? elsewhere ?? null
  if (found === null) {
    note('SAISINE_INCONNUE', codes.SAISINE_INCONNUE.sentence(form.reference))
  }
  if (retained !== null && retained.id !== form.id) {
    note('DOUBLON', codes.DOUBLON.sentence(form.reference, retained))
  }
  if (found !== null && found.associationId !== form.associationId) {
    note('MAUVAISE_ASSOCIATION', codes.MAUVAISE_ASSOCIATION.sentence(found.reference))
  }
  if (found !== null && (saisine === null || claimsAnother(form, saisine))) {
    note('MAUVAISE_CONVENTION', codes.MAUVAISE_CONVENTION.sentence(found.reference))
  }
  const disagreements = dateDisagreements(form, found)
  if (disagreements.length > 0) {
    note('DATE_INCOHERENTE', codes.DATE_INCOHERENTE.sentence(disagreements))
  }
  if (saisine !== null) {
    if (terms?.id !== saisine.conventionId) {
      throw new Error(`Saisine ${saisine.id} is not under convention ${terms?.id}`)
    }
    checkTerms(note, form, saisine, terms)
  }
  return { formId: form.id, outcome: outcome(findings, form.decisions), findings }
}

function checkTerms(
  note: Note,
  form: FormFacts,
  saisine: SaisineFacts,
  terms: ConventionTerms
): void {
  if (!covers(terms.validity, saisine.openedOn)) {
    note(
      'HORS_CONVENTION',
      codes.HORS_CONVENTION.sentence(saisine.openedOn, terms.code, terms.validity)
    )
  }
  if (!terms.payableChannels.includes(saisine.channel)) {
    note('CANAL_NON_PAYABLE', codes.CANAL_NON_PAYABLE.sentence(saisine.channel, terms.code))
  }
  if (!terms.coveredBeneficiaries.includes(saisine.beneficiary)) {
    note(
      'BENEFICIAIRE_NON_COUVERT',
      codes.BENEFICIAIRE_NON_COUVERT.sentence(saisine.beneficiary, terms.code)
    )
  }
  const expectedBy = lastDay(terms, saisine.openedOn)
  const late = expectedBy !== null && form.receivedOn > expectedBy
  if (late && terms.deadline?.effect === 'forclusion') {
    note('HORS_DELAI', codes.HORS_DELAI.sentence(form.receivedOn, expectedBy))
  }
  const owed = tariff(form, saisine, terms)
  if (owed.dues.length === 0) {
    note('AUCUN_TARIF', codes.AUCUN_TARIF.sentence(terms.code, owed, form.outcome))
  }
  const excess = overruns(owed.dues, terms.ceilingPerSaisine)
  if (excess.length > 0) {
    note('PLAFOND_DEPASSE', codes.PLAFOND_DEPASSE.sentence(excess))
  }
  if (!form.associationDepartments.includes(saisine.department)) {
    note(
      'DEPARTEMENT_DIFFERENT',
      codes.DEPARTEMENT_DIFFERENT.sentence(saisine.department, form.associationDepartments)
    )
  }
  if (late && terms.deadline?.effect === 'alert') {
    note('RETARD', codes.RETARD.sentence(form.receivedOn, expectedBy))
  }
}

function claimsAnother(form: FormFacts, saisine: SaisineFacts): boolean {
  return form.conventionId !== null && form.conventionId !== saisine.conventionId
}

function outcome(findings: readonly Finding[], decisions: readonly Decision[]): Outcome {
  for (const { blocks, code } of findings) if (blocks && isBlocking(code)) return code
  return decisions.some((decision) => setsAside(decision, findings)) ? 'ECARTEE' : 'RETENUE'
}

/** A refusal answers a finding that still stands: it falls with it. */
function setsAside({ code, verdict }: Decision, findings: readonly Finding[]): boolean {
  return verdict === 'refused' && (code === 'RETENUE' || findings.some((f) => f.code === code))
}
