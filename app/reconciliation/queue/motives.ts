import type { FindingCode } from '#app/reconciliation/findings/finding_codes'
import type { Choice } from '#app/shared/screens/list'

export type Verdict = 'accepted' | 'refused'

const OTHER: Choice = { value: 'autre', label: 'Autre motif, précisé' }

/** Why one answers so, in words that are the same from one form to the next. The first is the usual one. */
const MOTIVES: Partial<Record<FindingCode, Partial<Record<Verdict, readonly Choice[]>>>> = {
  SAISINE_INCONNUE: {
    refused: [
      { value: 'aucune', label: 'Aucune saisine proposée ne correspond' },
      { value: 'redemandee', label: 'Référence redemandée à l’association' },
      { value: 'hors_plateforme', label: 'Personne venue sans saisine de la plateforme' },
      { value: 'erreur_envoi', label: 'Fiche envoyée par erreur' },
    ],
  },
  DATE_INCOHERENTE: {
    accepted: [
      { value: 'frappe', label: 'Erreur de frappe manifeste, le reste concorde' },
      { value: 'confirmee', label: 'Dates confirmées par l’association' },
      { value: 'avant_saisine', label: 'Aide commencée avant l’enregistrement de la saisine' },
    ],
    refused: [
      { value: 'a_corriger', label: 'Date à corriger par l’association' },
      { value: 'inexplicable', label: 'Dates que l’association n’explique pas' },
    ],
  },
  HORS_DELAI: {
    accepted: [
      { value: 'incident', label: 'Incident attesté (panne, courrier, absence)' },
      { value: 'transmission', label: 'Saisine transmise tard à l’association' },
      { value: 'premier_retard', label: 'Premier retard de l’association' },
    ],
    refused: [
      { value: 'sans_cause', label: 'Retard sans cause qui l’excuse' },
      { value: 'repete', label: 'Retards répétés malgré les relances' },
    ],
  },
}

/** The motives to choose from. */
export function motivesOf(code: FindingCode, verdict: Verdict): Choice[] {
  return [...(MOTIVES[code]?.[verdict] ?? []), OTHER]
}

/** The reason that is kept: the motive in words, and what the person added. '' when nothing says why. */
export function reasonOf(
  code: FindingCode,
  verdict: Verdict,
  motive: string,
  precision: string
): string {
  const chosen = motivesOf(code, verdict).find(({ value }) => value === motive)
  if (!chosen || chosen === OTHER) return precision
  return precision ? `${chosen.label} — ${precision}` : chosen.label
}
