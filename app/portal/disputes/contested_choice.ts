import type { HttpRequest } from '@adonisjs/core/http'
import { readMyLine } from '#app/portal/payments/my_line'
import { refusedForms } from '#app/statements/content/refused_forms'
import { formatAmount, formatDay } from '#app/shared/french_format'
import { idOf, NotFound } from '#app/shared/screens/not_found'

/** What is about to be contested, in the words of its owner. */
export interface ContestedChoice {
  /** Field that names it: 'ligne' or 'fiche'. */
  field: 'ligne' | 'fiche'
  id: number
  title: string
  /** Why it is so, as the portal says it. */
  reason: string
  /** The motive that most often fits. */
  motive: string
  openDisputeId: number | null
}

/** The line or the form that the address names, if it is the association’s; behind the wall. */
export async function contestedChoice(
  request: Pick<HttpRequest, 'qs'>
): Promise<ContestedChoice | null> {
  const { ligne, fiche }: Record<string, unknown> = request.qs()
  if (ligne !== undefined) return ofLine(idOf(ligne))
  if (fiche !== undefined) return ofForm(idOf(fiche))
  throw new NotFound()
}

async function ofLine(id: number): Promise<ContestedChoice | null> {
  const page = await readMyLine(id)
  if (!page) return null
  const { line, explanation, nature, disputes } = page
  const saisine = line.saisine ? `, saisine ${line.saisine}` : ''
  return {
    field: 'ligne',
    id,
    title: `Relevé ${line.statement}, ligne n° ${explanation.position}\u00a0: ${line.service ?? nature}${saisine}, ${formatAmount(line.amountCents)}`,
    reason: explanation.sentences.join(' '),
    motive: line.kind === 'correction' ? 'regularisation' : 'montant',
    openDisputeId: disputes.find(({ open }) => open)?.id ?? null,
  }
}

async function ofForm(id: number): Promise<ContestedChoice | null> {
  const form = (await refusedForms(id))[0]
  if (!form) return null
  return {
    field: 'fiche',
    id,
    title: `Fiche ${form.reference}, reçue le ${formatDay(form.receivedOn)}`,
    reason: `${form.message} ${form.remedy}`,
    motive: 'fiche_refusee',
    openDisputeId: form.openDisputeId,
  }
}
