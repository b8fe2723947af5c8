import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What each table and each column is, in French: the dictionary of data is read from the schema itself. A later migration
 * describes what it adds.
 */
export default class extends BaseSchema {
  override async up() {
    this.schema.raw(`
      CREATE TEMP TABLE described (name text, about text) ON COMMIT DROP;
      INSERT INTO described VALUES ${values(TABLES)}, ${values(COLUMNS)}, ${values(EVERYWHERE)};
      DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT name, about FROM described JOIN pg_class ON relname = name
          AND relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
          EXECUTE format('COMMENT ON TABLE %I IS %L', one.name, one.about);
        END LOOP;
        -- What is said of a column of one table comes before what is said of all those of its name.
        FOR one IN SELECT c.relname, a.attname, coalesce(own.about, common.about) AS about
          FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          LEFT JOIN described own ON own.name = c.relname || '.' || a.attname
          LEFT JOIN described common ON common.name = '*.' || a.attname
          WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND (own.about IS NOT NULL
            OR common.about IS NOT NULL AND col_description(c.oid, a.attnum) IS NULL) LOOP
          EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', one.relname, one.attname, one.about);
        END LOOP;
      END $$;
    `)
  }
}

/** `('name', 'words')` of each line, for VALUES. */
function values(lines: string): string {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name, about] = line.trim().replaceAll("'", "''").split(' | ')
      return `('${name}', '${about}')`
    })
    .join(', ')
}

const TABLES = `
access_log | Qui est entré et qui a emporté quoi\u00a0; gardé de 6 à 12 mois.
account_mappings | Comptes comptables choisis pour une convention.
action_kinds | Natures d’actions de sensibilisation que l’on peut déclarer.
advance_decisions | Décisions de payer avant que l’argent du financeur soit là.
amendments | Avenants des conventions.
amf_associations | Associations départementales des maires.
api_requests | Réponses données aux logiciels des associations, pour répondre la même chose à la même demande.
api_tokens | Accès des logiciels des associations\u00a0; seul le hachage du jeton est gardé.
association_departments | Départements que couvre une association.
associations | Associations du réseau.
awareness_actions | Actions de sensibilisation déclarées, comptées.
backups | Sauvegardes faites.
bank_account_files | Justificatifs des coordonnées bancaires.
bank_accounts | Coordonnées bancaires des associations\u00a0: proposées par une personne, approuvées par une autre.
bank_files | Fichiers reçus de la banque.
bank_items | Lignes de banque à comprendre, et ce qui en fut décidé.
bank_movements | Mouvements lus dans les relevés de la banque.
bank_parts | Parts d’un mouvement de banque.
bank_statuses | Réponses de la banque à un ordre, un lot ou un virement.
book_settings | Réglages des livres.
column_mappings | Colonnes reconnues dans les fichiers de chaque expéditeur.
convention_documents | Documents signés d’une convention.
conventions | Conventions nationales signées avec un financeur.
counters | Derniers numéros donnés, sans trou.
debit_note_contents | Tout ce qu’imprime une note de débit, comme elle fut décidée.
debit_notes | Notes de débit\u00a0: un solde réclamé au lieu d’être reporté.
decisions | Réponses d’une personne à un constat du rapprochement.
departments | Départements et collectivités d’outre-mer.
dispute_files | Pièces jointes aux réclamations.
dispute_messages | Messages échangés dans une réclamation.
disputes | Réclamations des associations sur une ligne ou une fiche.
documents | Documents archivés des campagnes\u00a0: relevés, classeurs, notes.
envelopes | Argent qu’un financeur engage pour une période d’une convention.
events | Journal des actes\u00a0: qui a fait quoi, écrit avec l’acte lui-même.
fee_schedules | Barèmes, par période de validité.
fees | Lignes de barème.
findings | Constats du rapprochement, refaits à chaque fois.
financial_accounts | Textes et montants écrits pour le compte rendu financier d’une convention.
form_drafts | Fiches commencées dans le portail et pas encore envoyées.
form_outcomes | Ce que le rapprochement fait de chaque fiche.
funder_accounts | Compte comptable d’un financeur pour une convention.
funder_receipts | Versements reçus des financeurs.
funders | Financeurs.
import_problems | Cellules refusées lors d’un import.
imports | Fichiers importés.
invitations | Liens envoyés pour choisir un mot de passe\u00a0; seul leur hachage est gardé.
journal_entries | Écritures comptables, chacune chaînée à la précédente.
journal_postings | Imputations des écritures.
legal_holds | Ce qui reste au-delà de son échéance\u00a0: contentieux, contrôle.
letter_readings | Publications lues, par qui.
lettered_postings | Imputations lettrées ensemble.
letterings | Lettrages\u00a0: débits et crédits rapprochés.
letters | Lettres aux associations et fiches techniques publiées.
mail_preferences | Quand une personne d’association veut être prévenue.
mails | Courriels envoyés par l’installation\u00a0; leur texte s’efface après un an.
meeting_registrations | Inscriptions aux rendez-vous du réseau.
meetings | Rendez-vous du réseau en ligne.
memberships | Périodes d’adhésion d’une association.
opening_counts | Ce qu’une purge ou un changement de clé a touché\u00a0: des nombres, jamais de contenu.
openings | Registre des purges et des changements de clé\u00a0: la seule porte vers les lignes qui ne changent pas.
payee_checks | Vérifications du bénéficiaire rendues par la banque.
payee_decisions | Décisions prises sur une vérification du bénéficiaire.
period_closures | Périodes comptables closes.
proposed_changes | Mises à jour proposées par une association sur elle-même.
proposed_corrections | Régularisations proposées, puis décidées.
published_figures | Chiffres publiés par d’autres, avec leur source et leur année.
purge_rehearsals | Essais de purge\u00a0: ce qu’elle ferait.
rate_limits | Essais de connexion comptés, pour les ralentir.
reallocation_authorities | Clauses qui autorisent le reversement, avec leur preuve.
reassignments | Saisines confiées à une autre association.
receipt_matches | Versements rapprochés de leur ligne de banque.
recovery_codes | Codes de secours, hachés.
referents | Référents élus, par département.
reminders | Relances des fiches retour en retard.
retention | Durées de conservation décidées.
return_forms | Fiches retour des associations\u00a0; leur détail s’anonymise à l’échéance.
run_approvals | Approbations d’une campagne.
run_associations | Sommes d’une campagne par association.
run_holds | Associations retenues dans une campagne.
run_services | Sommes d’une campagne par prestation.
run_shares | Parts d’une campagne quand l’enveloppe ne suffit pas.
runs | Campagnes de règlement.
saisines | Saisines de la plateforme, sans aucun nom\u00a0; leur détail s’anonymise à l’échéance.
saved_views | Listes enregistrées par une personne.
sessions | Visites en cours.
settings | Réglages de la fédération.
settlement_lines | Lignes de règlement\u00a0: un montant dû pour une prestation d’une fiche.
statement_contents | Tout ce qu’imprime un relevé, comme il fut émis.
statements | Relevés de règlement, numérotés et immuables.
told_refusals | Fiches non retenues déjà signalées à leur association.
transfer_moves | Étapes d’un virement, chacune avec sa preuve.
transfer_orders | Ordres de virement remis à la banque.
transfers | Virements, un par relevé.
users | Personnes qui entrent dans le logiciel.
works | Travaux longs, en cours ou finis.
year_end_choices | Choix de fin d’année pour l’argent qui reste d’une convention.
`

/** Of all the columns of that name, when nothing is said of one in particular. */
const EVERYWHERE = `
*.id | Numéro interne.
*.association_id | Association concernée.
*.convention_id | Convention concernée.
*.saisine_id | Saisine concernée.
*.form_id | Fiche retour concernée.
*.run_id | Campagne concernée.
*.statement_id | Relevé concerné.
*.user_id | Personne concernée.
*.funder_id | Financeur.
*.dispute_id | Réclamation concernée.
*.meeting_id | Rendez-vous concerné.
*.letter_id | Publication concernée.
*.import_id | Import d’où vient la ligne.
*.import_row | Ligne du fichier importé.
*.entry_id | Écriture concernée.
*.bank_account_id | Coordonnées bancaires concernées.
*.bank_file_id | Fichier de la banque.
*.transfer_id | Virement concerné.
*.transfer_order_id | Ordre de virement concerné.
*.order_id | Ordre de virement concerné.
*.receipt_id | Versement concerné.
*.part_id | Part du mouvement de banque.
*.movement_id | Mouvement de banque.
*.status_id | Réponse de la banque.
*.check_id | Vérification concernée.
*.lot_id | Lot de l’ordre (PmtInfId).
*.mail_id | Courriel concerné.
*.lettering_id | Lettrage concerné.
*.envelope_id | Enveloppe concernée.
*.fee_id | Ligne de barème appliquée.
*.fee_schedule_id | Barème.
*.rehearsal_id | Essai qui a annoncé cette purge.
*.opening_id | Purge ou changement de clé.
*.code | Code court.
*.name | Nom.
*.label | Libellé.
*.title | Titre.
*.kind | Nature, parmi une liste.
*.state | État, parmi une liste.
*.status | Statut rendu.
*.reference | Référence.
*.number | Numéro.
*.year | Année.
*.sequence | Rang dans l’année, sans trou.
*.position | Rang.
*.rank | Rang.
*.version | Version.
*.format | Format du fichier.
*.reason | Motif écrit par une personne.
*.message | Message affiché.
*.remedy | Ce qu’il faut faire.
*.detail | Précision, sans contenu.
*.note | Note courte.
*.created_at | Date et heure de création.
*.created_by | Personne qui a créé.
*.recorded_at | Date et heure d’enregistrement.
*.recorded_by | Personne qui a enregistré.
*.decided_at | Date et heure de la décision.
*.decided_by | Personne qui a décidé.
*.proposed_at | Date et heure de la proposition.
*.proposed_by | Personne qui a proposé.
*.approved_at | Date et heure de l’approbation.
*.approved_by | Personne qui a approuvé.
*.approver_id | Personne qui a approuvé.
*.rejected_at | Date et heure du refus.
*.rejected_by | Personne qui a refusé.
*.rejection_reason | Motif du refus.
*.opened_at | Date et heure d’ouverture.
*.opened_by | Personne qui a ouvert.
*.closed_at | Date et heure de clôture.
*.closed_by | Personne qui a clos.
*.withdrawn_at | Date et heure du retrait.
*.withdrawn_by | Personne qui a retiré.
*.undone_at | Date et heure de l’annulation.
*.undone_by | Personne qui a annulé.
*.published_at | Date et heure de publication.
*.published_by | Personne qui a publié.
*.added_at | Date et heure d’ajout.
*.added_by | Personne qui a ajouté.
*.held_at | Date et heure de la retenue.
*.held_by | Personne qui a retenu.
*.lifted_at | Date et heure de la levée.
*.lifted_by | Personne qui a levé.
*.released_at | Date et heure de la remise en paiement.
*.revoked_at | Date et heure de la fermeture.
*.revoked_by | Personne qui a fermé.
*.retired_at | Date et heure du retrait de la liste.
*.declared_at | Date et heure de la déclaration.
*.declared_by | Personne qui a déclaré.
*.imported_at | Date et heure de l’import.
*.imported_by | Personne qui a importé.
*.matched_at | Date et heure du rapprochement.
*.matched_by | Personne qui a rapproché.
*.moved_at | Date et heure de l’étape.
*.moved_by | Personne qui a fait avancer\u00a0; vide quand c’est la banque.
*.moved_on | Jour de l’étape.
*.removed_at | Date et heure du retrait.
*.removed_by | Personne qui a retiré.
*.resolved_at | Date et heure de la résolution.
*.resolved_by | Personne qui a résolu.
*.saved_at | Date et heure du dernier enregistrement.
*.saved_by | Personne qui a enregistré.
*.sent_at | Date et heure d’envoi.
*.sent_by | Personne qui a envoyé.
*.issued_at | Date et heure d’émission.
*.issued_by | Personne qui a émis.
*.submitted_at | Date et heure de la soumission.
*.submitted_by | Personne qui a soumis.
*.calculated_at | Date et heure du calcul.
*.prepared_by | Personne qui a préparé.
*.voided_at | Date et heure où l’approbation est tombée.
*.void_reason | Pourquoi elle est tombée.
*.ended_at | Date et heure de fin.
*.started_by | Personne qui a lancé.
*.checked_at | Date et heure de la vérification.
*.used_at | Date et heure d’usage\u00a0: il ne sert qu’une fois.
*.expires_at | Date et heure de fin de validité.
*.superseded_at | Date et heure du remplacement.
*.rehearsed_at | Date et heure de l’essai.
*.rehearsed_by | Personne qui a fait l’essai.
*.anonymised_at | Date et heure de l’anonymisation\u00a0; vide tant que le détail est là.
*.purged_at | Date et heure où le texte fut effacé.
*.made_at | Instant de la sauvegarde.
*.at | Date et heure.
*.today | Jour pour lequel l’essai est fait.
*.starts_on | Premier jour.
*.ends_on | Jour qui suit le dernier.
*.starts_at | Début.
*.ends_at | Fin.
*.signed_on | Jour de la signature.
*.opened_on | Jour de la saisine\u00a0; premier jour du trimestre une fois anonymisée.
*.received_on | Jour de réception\u00a0; premier jour du trimestre une fois anonymisée.
*.amount_cents | Montant, en centimes.
*.total_cents | Total, en centimes.
*.debit_cents | Débit, en centimes.
*.credit_cents | Crédit, en centimes.
*.due_cents | Montant dû, en centimes.
*.already_cents | Montant déjà réglé, en centimes.
*.unit_cents | Prix d’une unité, en centimes.
*.reduction_cents | Réduction appliquée, en centimes.
*.left_cents | Montant restant, en centimes.
*.currency | Monnaie.
*.lines | Nombre de lignes.
*.saisines | Nombre de saisines.
*.count | Nombre.
*.quantity_asked | Quantité déclarée.
*.quantity_retained | Quantité retenue, plafond appliqué.
*.service_code | Prestation.
*.priced_on | Jour qui fixe le prix.
*.department | Département.
*.department_code | Département.
*.email | Courriel professionnel.
*.phone | Téléphone professionnel.
*.street | Voie.
*.building_number | Numéro dans la voie.
*.postcode | Code postal.
*.town | Commune.
*.country | Pays, en deux lettres.
*.file_key | Place du fichier dans l’archive.
*.file_name | Nom du fichier.
*.media_type | Type du fichier.
*.size_bytes | Taille, en octets.
*.sha256 | Empreinte SHA-256 du fichier.
*.digest | Empreinte SHA-256 de ce qui est décrit.
*.hash | Empreinte SHA-256 de l’écriture et de la précédente.
*.previous_hash | Empreinte de l’écriture précédente.
*.account | Compte comptable.
*.account_label | Libellé du compte.
*.auxiliary | Compte auxiliaire\u00a0: l’association.
*.auxiliary_label | Nom du compte auxiliaire.
*.journal_code | Code du journal.
*.journal_label | Nom du journal.
*.outcome | Issue.
*.verdict | Réponse donnée.
*.answer | Réponse.
*.body | Texte du message.
*.details | Précisions écrites.
*.motive | Motif, parmi une liste.
*.data | Contenu enregistré, tel qu’il fut imprimé.
*.end_to_end_id | Identifiant du virement de bout en bout, unique pour toujours.
*.instruction_id | Identifiant de l’instruction.
*.message_id | Identifiant du message bancaire.
*.known_name | Nom que la banque connaît pour ce compte.
*.reason_code | Code de motif de la banque.
*.reason_text | Motif en clair de la banque.
*.transfer_count | Nombre de virements.
*.what | Ce qui est compté.
`

const COLUMNS = `
access_log.verb | Entrée, sortie, refus, document lu, liste exportée.
access_log.address | Adresse réseau d’où venait la demande.
account_mappings.treatment | Aide, prestation ou transit.
account_mappings.charge_account | Compte de charge.
account_mappings.charge_label | Libellé du compte de charge.
account_mappings.payable_account | Compte de tiers.
account_mappings.payable_label | Libellé du compte de tiers.
advance_decisions.up_to_cents | Montant jusqu’auquel l’avance est permise, en centimes.
amendments.effective_on | Jour d’effet.
amendments.changes | Ce que l’avenant change.
amf_associations.in_contact | Si le référent et l’association des maires se sont parlé.
api_requests.key | Clé de la demande, choisie par le logiciel.
api_requests.body_hash | Empreinte de la demande.
api_tokens.prefix | Début du jeton, pour le reconnaître.
api_tokens.token_hash | Hachage du jeton.
api_tokens.last_used_at | Dernier usage.
associations.siret | Numéro SIRET.
associations.rna | Numéro RNA.
associations.accredited_until | Fin de l’agrément.
awareness_actions.held_on | Jour de l’action.
awareness_actions.participants | Nombre de participants.
awareness_actions.with_amf | Si l’association des maires y était.
backups.row_count | Nombre de lignes sauvegardées.
backups.document_count | Nombre de documents sauvegardés.
backups.chain_head | Numéro de la dernière écriture.
backups.breach_count | Écarts que la vérification des comptes a trouvés.
bank_accounts.iban_ciphertext | IBAN chiffré avec la clé de l’installation.
bank_accounts.iban_index | Empreinte à clé de l’IBAN, pour retrouver un doublon sans l’ouvrir.
bank_accounts.iban_country | Pays de l’IBAN.
bank_accounts.iban_last4 | Quatre derniers signes de l’IBAN.
bank_accounts.bic | Code BIC.
bank_accounts.holder | Titulaire exact du compte.
bank_accounts.evidence | Preuve vue.
bank_accounts.callback_note | Compte rendu du rappel téléphonique.
bank_accounts.payable_from | Payable à partir de cet instant.
bank_accounts.replaced_at | Date et heure du remplacement.
bank_accounts.blocked_at | Date et heure du blocage.
bank_accounts.blocked_reason | Motif du blocage.
bank_accounts.first_used_at | Premier paiement.
bank_files.original_message_id | Ordre auquel le fichier répond.
bank_files.notices | Avis lus dans le fichier.
bank_files.announced | Totaux annoncés par le fichier.
bank_files.known | Avis déjà connus.
bank_items.resolution | Ce qui fut décidé.
bank_items.offset_of | Ligne que celle-ci compense.
bank_items.resolution_reason | Motif de la résolution.
bank_movements.account_index | Empreinte à clé du compte.
bank_movements.fingerprint | Empreinte du mouvement, pour ne pas le lire deux fois.
bank_movements.bank_reference | Référence de la banque.
bank_movements.booked_on | Jour de comptabilisation.
bank_movements.value_on | Jour de valeur.
bank_parts.other_references | Autres références lues.
bank_parts.returned | Si c’est un retour.
bank_parts.counterparty | Nom de l’autre partie.
bank_parts.counterparty_index | Empreinte à clé du compte de l’autre partie.
bank_parts.counterparty_last4 | Quatre derniers signes de ce compte.
bank_statuses.level | Ce dont il est répondu\u00a0: ordre, lot ou virement.
bank_statuses.said_on | Jour de la réponse.
bank_statuses.iban_index | Empreinte à clé de l’IBAN.
book_settings.envelope_alert_percent | Part d’enveloppe à partir de laquelle alerter.
book_settings.csv_columns | Colonnes de l’export CSV.
book_settings.csv_separator | Séparateur de l’export CSV.
book_settings.csv_encoding | Encodage de l’export CSV.
column_mappings.sender | Expéditeur du fichier.
column_mappings.header_key | En-tête de la colonne.
column_mappings.field | Champ reconnu.
conventions.fictitious_amounts | Si les montants sont fictifs.
conventions.price_date | Date qui fixe le prix\u00a0: saisine ou premier contact.
conventions.deadline_from | Point de départ du délai.
conventions.deadline_days | Délai, en jours.
conventions.deadline_effect | Effet du délai\u00a0: forclusion ou alerte.
conventions.payable_channels | Canaux payés.
conventions.covered_beneficiaries | Bénéficiaires couverts.
conventions.duplicate_policy | Fiche retenue en cas de doublon.
conventions.overrun_policy | Ce qui se fait quand l’enveloppe ne suffit pas.
conventions.ceiling_cents | Plafond de la convention, en centimes.
counters.name | Nom du compteur.
counters.value | Dernier numéro donné.
disputes.line_id | Ligne contestée.
disputes.answer_by | Jour avant lequel répondre.
dispute_messages.author_id | Personne qui a écrit.
dispute_messages.side | Association ou fédération.
dispute_messages.written_at | Date et heure du message.
events.actor_id | Personne qui a agi\u00a0; vide pour l’installation elle-même.
events.verb | Ce qui fut fait.
events.subject_type | Sur quoi.
events.subject_id | Numéro de la chose.
events.before | Ce qui était avant\u00a0; effacé avec le détail.
events.after | Ce qui est après\u00a0; effacé avec le détail.
fee_schedules.frozen_at | Date et heure du gel\u00a0: une ligne émise s’en est servie.
fees.unit | Par saisine ou par acte.
fees.cap | Plafond par saisine\u00a0; vide sans plafond.
fees.outcomes | Issues payées.
fees.beneficiaries | Bénéficiaires payés.
findings.blocking | S’il empêche le règlement.
financial_accounts.texts | Textes écrits.
financial_accounts.amounts | Montants écrits, hors des livres.
run_services.service_code | Prestation.
published_figures.value | Chiffre, tel qu’il fut publié.
published_figures.source | Qui l’a publié.
form_drafts.cells | Ce qui est écrit pour l’instant.
import_problems.row_number | Ligne du fichier.
import_problems.column_name | Colonne du fichier.
import_problems.value | Cellule telle qu’elle était écrite.
imports.file_sha256 | Empreinte du fichier.
imports.sheet | Feuille lue.
imports.actor_id | Personne qui a importé.
imports.created_count | Lignes créées.
imports.unchanged_count | Lignes déjà connues.
imports.refused_count | Lignes refusées.
imports.applied_at | Date et heure d’application.
invitations.token_hash | Hachage du lien.
invitations.invited_by | Personne qui invite.
journal_entries.entry_date | Date de l’écriture.
journal_entries.piece_ref | Pièce justificative.
journal_entries.piece_date | Date de la pièce.
letter_readings.read_at | Première lecture.
letterings.lettered_on | Jour du lettrage.
letterings.lettered_by | Personne qui a lettré.
letters.summary | Résumé.
mail_preferences.rhythm | Aussitôt, une fois par jour, ou jamais.
mail_preferences.chosen_at | Date et heure du choix.
mails.recipient | Adresse du destinataire.
mails.subject | Objet.
mails.text_body | Texte.
mails.html_body | Texte mis en page.
mails.secret | Contient un lien d’entrée\u00a0: effacé dès l’envoi.
mails.caused_by | Personne dont l’acte a causé le courriel.
mails.attempts | Nombre d’envois tentés.
mails.failure | Pourquoi il n’est pas parti.
mails.cause | Ce qui est dit, une fois par destinataire\u00a0: un relevé, un import, un jour.
mails.for_digest | Attend l’envoi groupé du jour.
mails.letter | Contenu pour l’envoi groupé.
mails.digest_mail_id | Envoi groupé dont il fait partie.
mails.queued_at | Remis à la file d’envoi\u00a0; vide tant qu’il attend ici.
mails.bounced_at | Date et heure du retour.
mails.bounce_note | Note sur le retour.
mails.bounced_by | Personne qui a noté le retour.
meeting_registrations.seat | Place donnée\u00a0; vide en liste d’attente.
meeting_registrations.registered_at | Date et heure d’inscription.
meeting_registrations.cancelled_at | Date et heure du désistement.
meetings.link | Lien de connexion.
meetings.seats | Nombre de places.
openings.purpose | Purge ou changement de clé.
openings.ran_in | Transaction qui a ouvert la porte, et elle seule.
payee_checks.result | Résultat\u00a0: concorde, proche, ne concorde pas, non vérifiable.
period_closures.until | Dernier jour clos.
period_closures.entry_count | Écritures figées.
proposed_changes.stated | Ce que l’association dit.
proposed_corrections.corrects_line_id | Ligne corrigée.
proposed_corrections.decision_reason | Motif de la décision.
purge_rehearsals.counts | Nombres annoncés.
rate_limits.key | Ce qui est compté.
rate_limits.points | Nombre d’essais.
rate_limits.expire | Fin du compte.
reallocation_authorities.article | Article de la convention.
reallocation_authorities.proof | Preuve.
reassignments.from_association_id | Association d’avant.
reassignments.to_association_id | Association d’après.
recovery_codes.code_hash | Hachage du code.
reminders.level | Première relance ou seconde.
retention.id | Une seule ligne.
retention.case_months | Mois de garde du détail, après le dernier contact.
retention.access_log_months | Mois de garde du journal des accès.
return_forms.reference | Référence de la saisine\u00a0; un jeton sans lien une fois anonymisée.
return_forms.first_contact_on | Jour du premier contact\u00a0; effacé à l’échéance.
return_forms.last_act_on | Jour du dernier acte\u00a0; effacé à l’échéance.
return_forms.quantities | Nombre d’actes par prestation.
return_forms.memo_de_vie | Si Mémo de Vie fut présenté\u00a0; effacé à l’échéance.
return_forms.note | Note courte contrôlée\u00a0; effacée à l’échéance.
return_forms.attested_by | Personne de l’association qui atteste.
return_forms.origin | Portail, import ou saisie.
run_approvals.run_hash | Empreinte de ce qui fut approuvé.
run_holds.cause | Décision d’une personne, ou enveloppe insuffisante.
runs.until | Jour de coupure, exclu.
runs.work | Travail en cours sur la campagne.
runs.content_hash | Empreinte du calcul.
saisines.reference | Référence aléatoire de la plateforme\u00a0; un jeton sans lien une fois anonymisée.
saisines.channel | Canal.
saisines.beneficiary | Élu, proche ou salarié.
saisines.mandate | Groupe de mandat\u00a0; effacé à l’échéance.
saisines.facts | Faits codés\u00a0; effacés à l’échéance.
saisines.collective_event | Événement collectif\u00a0; effacé à l’échéance.
saved_views.list | Liste.
saved_views.query | Filtres.
sessions.data | Contenu de la session.
settings.id | Une seule ligne.
settings.federation_name | Nom de la fédération.
settings.federation_siren | SIREN de la fédération.
settings.debtor_iban_ciphertext | IBAN de la fédération, chiffré.
settings.debtor_bic | BIC de la fédération.
settings.cooling_off_hours | Heures entre l’approbation d’un compte et son premier paiement.
settings.batch_booking | Débit groupé.
settings.pain_version | Version du fichier de virement.
settings.missing_form_days | Jours après lesquels une fiche manque.
settings.approval_bands | Approbations demandées selon le montant.
settings.legal_mentions | Mentions des documents.
settings.fictitious | Données de démonstration\u00a0: chaque document le dit.
settings.reminder_days | Jours sans nouvelle relance.
settings.masking_threshold | Nombre en dessous duquel un rapport masque.
settings.bank_journal_code | Code du journal de banque.
settings.bank_journal_label | Nom du journal de banque.
settings.bank_account_code | Compte de banque dans les livres.
settings.bank_account_label | Libellé du compte de banque.
settings.payee_policy | Que faire de chaque résultat de vérification du bénéficiaire.
settlement_lines.corrects_line_id | Ligne corrigée.
settlement_lines.proposed_correction_id | Régularisation réglée.
settlement_lines.carried_statement_id | Relevé dont le solde est repris.
statements.line_count | Nombre de lignes.
statements.payable_cents | À payer, en centimes.
statements.carried_cents | Reporté, en centimes.
told_refusals.told_on | Jour où ce fut dit.
transfer_moves.matched | Comment la réponse fut rattachée.
transfer_orders.execution_date | Jour d’exécution demandé.
users.full_name | Prénom et nom.
users.role | Rôle.
users.password_hash | Hachage du mot de passe.
users.disabled_at | Date et heure de fermeture du compte.
users.totp_secret | Secret de l’application de codes, chiffré.
users.totp_enrolled_at | Enregistrement de l’application.
users.totp_last_step | Dernier code accepté\u00a0: il ne sert qu’une fois.
works.subject_id | Ce sur quoi porte le travail.
works.options | Options du travail.
works.done | Avancement.
works.total | Total à faire.
works.outcome | Comment il s’est terminé.
year_end_choices.choice | Report en fonds dédiés ou restitution.
reassignments.reason | Motif\u00a0; effacé à l’échéance.
`
