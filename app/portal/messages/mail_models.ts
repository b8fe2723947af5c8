import { reminderLetter } from '#app/reconciliation/reminders/reminder_mail'
import { accessLetter } from '#app/shared/mail/letters/access_opened'
import { accountLetter } from '#app/shared/mail/letters/account_changed'
import { digestLetter } from '#app/shared/mail/letters/digest'
import { contactLetter } from '#app/shared/mail/letters/contact_changed'
import { disputeLetter } from '#app/shared/mail/letters/dispute_answered'
import { formsDueLetter } from '#app/shared/mail/letters/forms_due'
import { formsRefusedLetter } from '#app/shared/mail/letters/forms_refused'
import { invitationLetter } from '#app/shared/mail/letters/invitation'
import { publishedLetter } from '#app/shared/mail/letters/letter_published'
import { newSaisinesLetter } from '#app/shared/mail/letters/new_saisines'
import { seatLetter } from '#app/shared/mail/letters/seat_given'
import { statementLetter } from '#app/shared/mail/letters/statement_issued'
import { transferLetter } from '#app/shared/mail/letters/transfer_settled'
import type { Letter } from '#app/shared/mail/letter'
import { FINDING_CODES } from '#app/reconciliation/findings/finding_codes'

interface MailModel {
  /** When it leaves. */
  when: string
  letter: Letter
}

const ON = '2026-11-23'
const CLOSED = 'Le compte est clôturé'
const late = {
  id: 1,
  reference: 'S26-EXEMPLE1',
  convention: 'AMF-2021',
  conventionTitle: 'Accompagnement des élus',
  openedOn: '2026-08-03',
  expectedBy: '2026-11-01',
  forclusion: false,
  level: 1 as const,
  lastRemindedAt: null,
  remindableFrom: null,
}
const reminded = {
  federation: 'Fédération fictive',
  association: 'AV00 — Association fictive',
  answerBy: '2026-12-08',
}
const saisine = { reference: 'S26-EXEMPLE1', openedOn: ON }
const statement = { id: 1, number: 'REL-2026-000001' }
const statementModel = statementLetter({
  ...statement,
  conventionTitle: 'Accompagnement des élus',
  issuedOn: ON,
})
const { label, association: remedy } = FINDING_CODES.HORS_DELAI

/** Every mail that the installation writes, with fictitious data. */
export const MAIL_MODELS: Readonly<Record<string, MailModel>> = {
  saisine: {
    when: 'Une saisine est enregistrée, ou un fichier importé',
    letter: newSaisinesLetter([saisine, { ...saisine, reference: 'S26-EXEMPLE2' }]),
  },
  forms_due: {
    when: 'Sept jours avant le délai d’une fiche',
    letter: formsDueLetter(['S26-EXEMPLE1', 'S26-EXEMPLE2'], '2026-11-30'),
  },
  reminder_1: {
    when: 'Première relance',
    letter: reminderLetter({ ...reminded, saisines: [late] }),
  },
  reminder_2: {
    when: 'Seconde relance',
    letter: reminderLetter({ ...reminded, saisines: [{ ...late, level: 2, forclusion: true }] }),
  },
  forms_refused: {
    when: 'Une fois par jour, pour les fiches non retenues',
    letter: formsRefusedLetter([{ reference: 'S26-EXEMPLE1', receivedOn: ON, label, remedy }]),
  },
  statement: { when: 'Un relevé est émis', letter: statementModel },
  transfer_executed: {
    when: 'Un virement est exécuté',
    letter: transferLetter({ statement, outcome: 'executed', on: ON, reason: null }),
  },
  transfer_returned: {
    when: 'Un virement revient',
    letter: transferLetter({ statement, outcome: 'returned', on: ON, reason: CLOSED }),
  },
  transfer_rejected: {
    when: 'Un virement est rejeté',
    letter: transferLetter({ statement, outcome: 'rejected', on: ON, reason: CLOSED }),
  },
  transfer_order_rejected: {
    when: 'Un ordre de virement entier est rejeté',
    letter: transferLetter({ statement, outcome: 'order_rejected', on: ON, reason: null }),
  },
  transfer_not_executed: {
    when: 'Une exécution dite par erreur est corrigée',
    letter: transferLetter({ statement, outcome: 'not_executed', on: ON, reason: null }),
  },
  transfer_not_returned: {
    when: 'Un retour dit par erreur est corrigé',
    letter: transferLetter({ statement, outcome: 'not_returned', on: ON, reason: null }),
  },
  dispute_accepted: {
    when: 'Une réclamation est acceptée',
    letter: disputeLetter({ id: 1, verdict: 'accepted', reference: 'S26-EXEMPLE1' }),
  },
  dispute_rejected: {
    when: 'Une réclamation est rejetée',
    letter: disputeLetter({ id: 1, verdict: 'rejected', reference: 'S26-EXEMPLE1' }),
  },
  account_proposed: {
    when: 'Des coordonnées bancaires sont proposées',
    letter: accountLetter({ step: 'proposed', on: ON }),
  },
  account_approved: {
    when: 'Des coordonnées bancaires sont approuvées',
    letter: accountLetter({ step: 'approved', on: ON, payableFrom: '2026-11-26' }),
  },
  account_rejected: {
    when: 'Des coordonnées bancaires sont refusées',
    letter: accountLetter({ step: 'rejected', on: ON }),
  },
  contact: {
    when: 'Le courriel de l’association change, à l’ancienne adresse',
    letter: contactLetter(),
  },
  access: {
    when: 'Un accès est ouvert pour un logiciel',
    letter: accessLetter({ label: 'Gestion des dossiers', on: ON }),
  },
  letter: {
    when: 'La fédération publie une lettre',
    letter: publishedLetter({ id: 1, isSheet: false, title: 'Lettre d’exemple' }),
  },
  sheet: {
    when: 'La fédération publie une fiche technique',
    letter: publishedLetter({ id: 1, isSheet: true, title: 'Fiche d’exemple' }),
  },
  meeting: {
    when: 'Une place se libère pour qui attendait',
    letter: seatLetter({
      title: 'Webinaire d’exemple',
      startsAt: new Date('2026-12-08T13:00:00Z'),
    }),
  },
  invitation: {
    when: 'Une personne est invitée',
    letter: invitationLetter({
      fullName: 'Personne fictive',
      invitedBy: 'Administration (fictif)',
      role: 'Association',
      path: '/invitation/exemple',
    }),
  },
  digest: {
    when: 'Chaque jour à 7 heures, pour qui l’a choisi',
    letter: digestLetter(ON, [newSaisinesLetter([saisine]), statementModel]),
  },
}

/** A model by its name, or null. */
export function mailModel(name: unknown): MailModel | null {
  return typeof name === 'string' && Object.hasOwn(MAIL_MODELS, name) ? MAIL_MODELS[name]! : null
}
