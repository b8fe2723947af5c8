import {
  SETTINGS,
  amount,
  day,
  facts,
  fields,
  named,
  of,
  parts,
  text,
  why,
  type Facts,
} from '#app/shared/screens/event_words'

type Sentence = string | ((after: Facts, before: Facts) => string)

/** A verb in a sentence, of which the subject is the person named beside it. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'action.declared': ({ participants }) =>
    `Action de sensibilisation déclarée\u00a0: ${Number(participants)}\u00a0participants.`,
  'action.withdrawn': 'Action de sensibilisation retirée.',
  'action_kind.added': ({ label }) => `Nature d’action ajoutée\u00a0: ${text(label)}.`,
  'action_kind.retired': ({ label }) => `Nature d’action retirée\u00a0: ${text(label)}.`,
  'action_kind.restored': ({ label }) => `Nature d’action reprise\u00a0: ${text(label)}.`,
  'api_token.created': ({ label }) => `Accès ouvert au logiciel ${text(label)}.`,
  'api_token.revoked': ({ label }) => `Accès fermé au logiciel ${text(label)}.`,
  'association.created': ({ memberSince }) =>
    `Association enregistrée, adhérente depuis le ${day(memberSince)}.`,
  'association.updated': (after) => `Fiche de l’association corrigée\u00a0: ${fields(after)}.`,
  'association.membership_ended': ({ endsOn, reason }) =>
    `Adhésion terminée au ${day(endsOn)}.${why(reason)}`,
  'association.membership_renewed': ({ startsOn }) => `Adhésion reprise le ${day(startsOn)}.`,
  'bank_account.blocked': ({ reason }) => `Compte bloqué\u00a0: ${text(reason)}`,
  'bank_account.unblocked': (_after, { reason }) => `Blocage levé\u00a0: ${text(reason)}`,
  'bank_account.payee_confirmed': ({ reason }) => `Titulaire confirmé.${why(reason)}`,
  'bank_file.imported': ({ fileName }) => `Réponse de la banque importée\u00a0: ${text(fileName)}.`,
  'bank_item.dismissed': ({ reason }) => `Suspens classé.${why(reason)}`,
  'bank_item.matched': 'Suspens rapproché à la main.',
  'bank_item.unmatched': ({ reason }) => `Rapprochement défait.${why(reason)}`,
  'bank_item.repaid': 'Suspens rapproché d’une note de débit payée.',
  'bank_item.received': 'Suspens rapproché d’un versement reçu.',
  'bank_item.reopened': ({ reason }) => `Suspens rouvert.${why(reason)}`,
  'bank_account.proposed': ({ iban, holder }) =>
    `Compte ${text(iban)} proposé, au nom de ${text(holder)}.`,
  'bank_account.approved': ({ callbackNote }) =>
    `Compte approuvé après rappel.${why(callbackNote)}`,
  'bank_account.rejected': ({ reason }) => `Compte refusé.${why(reason)}`,
  'change.proposed': 'Mise à jour proposée par l’association.',
  'change.accepted': ({ reason }) => `Mise à jour acceptée.${why(reason)}`,
  'change.refused': ({ reason }) => `Mise à jour refusée.${why(reason)}`,
  'convention.created': 'Convention enregistrée.',
  'convention.completed': ({ added }) => `Convention complétée\u00a0: ${parts(added)}.`,
  'convention.financial_account_saved': ({ year }) =>
    `Compte rendu financier de ${Number(year)} écrit.`,
  'convention.advance_decided': ({ upToCents, reason }) =>
    `Avance décidée jusqu’à ${amount(upToCents)}.${why(reason)}`,
  'convention.funder_account_recorded': ({ account, label }) =>
    `Compte des versements choisi\u00a0: ${text(account)} ${text(label)}.`,
  'convention.year_end_chosen': ({ choice, leftCents, reason }) =>
    `Reste de l’année, ${amount(leftCents)}\u00a0: ${choice === 'dedicated' ? 'reporté en fonds dédiés' : 'à rendre au financeur'}.${why(reason)}`,
  'convention.document_added': ({ title }) => `Document ajouté\u00a0: ${text(title)}.`,
  'correction.approved': ({ reason }) => `Régularisation approuvée.${why(reason)}`,
  'correction.refused': ({ reason }) => `Régularisation refusée.${why(reason)}`,
  'correction.withdrawn': ({ reason }) => `Régularisation retirée.${why(reason)}`,
  'department.referent_named': ({ name }) => `Référent nommé\u00a0: ${text(name)}.`,
  'department.referent_ended': (_after, { name }) => `Fin de mission du référent ${text(name)}.`,
  'department.amf_recorded': ({ name }) =>
    `Association départementale des maires enregistrée\u00a0: ${text(name)}.`,
  'dispute.opened': 'Réclamation ouverte.',
  'dispute.accepted': ({ answer }) => `Réclamation acceptée.${why(answer)}`,
  'dispute.rejected': ({ answer }) => `Réclamation rejetée.${why(answer)}`,
  'dispute.message_written': 'Message écrit dans la réclamation.',
  'document.redrawn': 'Document refait à l’identique.',
  'fee_schedule.published': ({ label }) => `Barème publié\u00a0: ${text(label)}.`,
  'fee_schedule.withdrawn': 'Barème retiré\u00a0: celui d’avant est de nouveau en vigueur.',
  'form.decided': ({ verdict, reason }) =>
    `Constat ${verdict === 'accepted' ? 'accepté' : 'refusé'}.${why(reason)}`,
  'form.decision_undone': 'Décision annulée.',
  'form.linked': ({ reason }) => `Fiche rattachée à une saisine.${why(reason)}`,
  'form.recorded': 'Fiche retour enregistrée.',
  'hold.placed': ({ reason }) => `Conservation légale décidée.${why(reason)}`,
  'hold.lifted': 'Conservation légale levée.',
  'installation.keys_rotated': ({ sealed }) =>
    `Clé changée\u00a0: ${Number(sealed)}\u00a0secrets chiffrés de nouveau.`,
  'installation.purged': ({ saisines }) =>
    `Purge faite\u00a0: ${Number(saisines)}\u00a0saisines anonymisées.`,
  'installation.pieces_destroyed': ({ pieces }) =>
    `Pièces comptables détruites après dix ans\u00a0: ${Number(pieces)}.`,
  'installation.restored': ({ madeAt }) =>
    `Sauvegarde du ${day(text(madeAt).slice(0, 10))} restaurée.`,
  'installation.retention_recorded': ({ caseMonths, accessLogMonths }) =>
    `Durées de conservation\u00a0: ${Number(caseMonths)}\u00a0mois pour le détail, ${Number(accessLogMonths)}\u00a0mois pour les accès.`,
  'import.applied': 'Import appliqué.',
  'import.undone': 'Import annulé.',
  'invitation.accepted': 'Mot de passe choisi.',
  'letter.published': ({ title }) => `Publié\u00a0: ${text(title)}.`,
  'letter.withdrawn': 'Publication retirée.',
  'meeting.created': ({ seats }) => `Rendez-vous ouvert, ${Number(seats)}\u00a0places.`,
  'meeting.closed': 'Inscriptions closes.',
  'meeting.registered': ({ seat }) =>
    typeof seat === 'number'
      ? 'Inscription, avec une place.'
      : 'Inscription sur la liste d’attente.',
  'meeting.cancelled': 'Désistement.',
  'meeting.seat_given': 'Place donnée à la première personne de la liste d’attente.',
  'ledger.lettered': ({ letterings, postings }) =>
    `Comptes lettrés\u00a0: ${Number(letterings)}\u00a0lettrages de ${Number(postings)}\u00a0imputations.`,
  'ledger.period_closed': ({ until, entries }) =>
    `Comptes clos jusqu’au ${day(until)}\u00a0: ${Number(entries)}\u00a0écritures figées.`,
  'ledger.settings_recorded': 'Réglages comptables changés.',
  'receipt.matched': ({ reference }) =>
    `Versement ${text(reference)} rapproché de sa ligne de banque.`,
  'receipt.posted': ({ reference, amountCents }) =>
    `Versement ${text(reference)} comptabilisé\u00a0: ${amount(amountCents)}.`,
  'receipt.reversed': ({ reference, amountCents, reason }) =>
    `Versement ${text(reference)} contre-passé\u00a0: ${amount(amountCents)}.${why(reason)}`,
  'receipt.recorded': ({ reference, amountCents, reason }) =>
    `Versement ${text(reference)} enregistré\u00a0: ${amount(amountCents)}.${why(reason)}`,
  'run.created': ({ code }) => `Campagne ${text(code)} créée.`,
  'run.calculated': ({ totalCents }) => `Campagne calculée\u00a0: ${amount(totalCents)}.`,
  'run.outdated': 'Calcul périmé\u00a0: le barème ou les faits ont changé.',
  'run.submitted': 'Campagne soumise à l’approbation.',
  'run.reopened': ({ reason }) => `Campagne rouverte.${why(reason)}`,
  'run.approved': ({ given, needed }) => `Campagne approuvée${of(given, needed)}.`,
  'run.association_held': ({ association, reason }) =>
    `Règlement de ${text(association)} retenu.${why(reason)}`,
  'run.association_released': ({ association }) =>
    `Règlement de ${text(association)} remis dans la campagne.`,
  'run.abandoned': ({ reason }) => `Campagne abandonnée.${why(reason)}`,
  'run.envelope_shared': ({ leftCents, dueCents }) =>
    `Enveloppe partagée au prorata\u00a0: ${amount(leftCents)} pour ${amount(dueCents)} dus.`,
  'run.issuing': 'Émission commencée.',
  'run.issued': 'Campagne émise.',
  'run.paid': 'Campagne payée\u00a0: tous ses virements sont exécutés.',
  'run.unpaid': 'Campagne à payer de nouveau\u00a0: un virement n’est plus exécuté.',
  'published_figure.added': ({ label, year, source }) =>
    `Chiffre publié ajouté\u00a0: ${text(label)}, ${Number(year)} (${text(source)}).`,
  'published_figure.removed': (_after, { label, year }) =>
    `Chiffre publié retiré\u00a0: ${text(label)}, ${Number(year)}.`,
  'saisine.reassigned': ({ reason }) => `Saisine confiée à une autre association.${why(reason)}`,
  'saisine.reminded': ({ association, level }) =>
    `Fiche retour réclamée à ${text(association)}${level === 2 ? ', de nouveau' : ''}.`,
  'saisine.recorded': 'Saisine enregistrée.',
  'second_factor.enrolled': 'Application de codes enregistrée.',
  'mail.bounced': ({ note }) => `Courriel revenu.${why(note)}`,
  'mail.sent_again': 'Courriel renvoyé.',
  'settings.recorded': (after, before) =>
    Object.keys(before).length === 0
      ? 'Réglages enregistrés.'
      : `Réglages changés\u00a0: ${named(Object.keys(after), SETTINGS)}.`,
  'statement.issued': 'Relevé numéroté et figé.',
  'statement.debt_claimed': ({ amountCents, reason }) =>
    `Solde de ${amount(amountCents)} réclamé.${why(reason)}`,
  'statement.debt_paid': ({ number, amountCents, on }) =>
    `Note de débit ${text(number)} payée le ${day(on)}\u00a0: ${amount(amountCents)}.`,
  'statement.transfer_accepted': 'Virement accepté par la banque.',
  'statement.transfer_executed': ({ on }) => `Virement exécuté le ${day(on)}.`,
  'statement.transfer_rejected': ({ reason }) => `Virement rejeté par la banque.${why(reason)}`,
  'statement.transfer_returned': ({ on, reason }) => `Virement revenu le ${day(on)}.${why(reason)}`,
  'statement.transfer_unmatched': ({ state, reason }) =>
    `Virement ${state === 'executed' ? 'exécuté' : 'revenu'} par erreur\u00a0: rapprochement défait.${why(reason)}`,
  'transfer_order.created': ({ totalCents }) =>
    `Ordre de virement créé\u00a0: ${amount(totalCents)}.`,
  'second_factor.forgotten': 'Application de codes oubliée.',
  'user.created': 'Compte d’utilisateur créé.',
  'user.invited': 'Invitation envoyée.',
  'user.closed': 'Compte fermé, sessions finies.',
  'user.reopened': 'Compte rouvert.',
}

/** What happened, in a sentence; throws on a verb without words, which would reach the page as a code. */
export function eventSentence(verb: string, before: unknown, after: unknown): string {
  const sentence = Object.hasOwn(SENTENCES, verb) ? SENTENCES[verb]! : undefined
  if (sentence === undefined) throw new Error(`No sentence for the event « ${verb} »`)
  return typeof sentence === 'string' ? sentence : sentence(facts(after), facts(before))
}
