import type { LateSaisine } from '#app/reconciliation/reminders/late_saisines'
import type { Block, Letter } from '#app/shared/mail/letter'
import { renderLetter, type RenderedLetter } from '#app/shared/mail/render_letter'
import type { Day } from '#app/shared/day'
import { formatDay, formatNumber } from '#app/shared/french_format'

interface Reminded {
  federation: string
  /** Code and name of the association. */
  association: string
  saisines: readonly LateSaisine[]
  /** The day by which an answer is asked for. */
  answerBy: Day
}

/** What is said, and how it leaves. */
export interface ReminderMail extends RenderedLetter {
  letter: Letter
}

/** A reminder, first or second, as it leaves. */
export function reminderMail(reminded: Reminded): ReminderMail {
  const letter = reminderLetter(reminded)
  return { letter, ...renderLetter(letter) }
}

/** What a reminder says: references and days, never a person. */
export function reminderLetter({ federation, association, saisines, answerBy }: Reminded): Letter {
  const count = saisines.length
  const again = saisines.some(({ level }) => level === 2)
  const forms =
    count === 1
      ? 'la fiche retour d’une saisine confiée'
      : `les fiches retour de ${formatNumber(count)} saisines confiées`
  return {
    subject: `${again ? 'Rappel\u00a0: ' : ''}${count === 1 ? 'une fiche retour attendue' : `${formatNumber(count)} fiches retour attendues`}`,
    blocks: [
      `Sauf erreur de notre part, nous n’avons pas reçu ${forms} à votre association (${association})\u00a0:`,
      ...byConvention(saisines),
      `Envoyez ${count === 1 ? 'cette fiche' : 'ces fiches'} avant le ${formatDay(answerBy)}, par le portail ou par votre fichier habituel, même si la personne n’a pas pu être jointe ou n’a pas donné suite\u00a0: l’issue de la fiche le dit.`,
      ...(saisines.some(({ forclusion }) => forclusion)
        ? [
            'Pour les saisines marquées «\u00a0délai dépassé\u00a0», une fiche n’est payée que si le retard s’explique\u00a0: dites-nous pourquoi.',
          ]
        : []),
      'Si une saisine n’est pas pour vous, répondez-nous en donnant sa référence. N’écrivez ni nom ni coordonnées\u00a0: la référence suffit.',
      'Si votre fiche vient de partir, ne tenez pas compte de ce message.',
      `Merci, ${federation}`,
    ],
    link: { label: 'Rendre les fiches', path: '/mes-fiches' },
    foot: 'choice',
  }
}

function byConvention(saisines: readonly LateSaisine[]): Block[] {
  const groups = Map.groupBy(saisines, (one) => `${one.conventionTitle} (${one.convention})`)
  return Array.from(groups, ([title, late]) => ({ title, items: late.map(line) }))
}

function line({ reference, openedOn, expectedBy, forclusion, level }: LateSaisine): string {
  const marks = [
    ...(forclusion ? ['délai dépassé'] : []),
    ...(level === 2 ? ['déjà relancée'] : []),
  ]
  return `${reference}, saisine du ${formatDay(openedOn)}\u00a0: fiche attendue le ${formatDay(expectedBy)} au plus tard${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
}
