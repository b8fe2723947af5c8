import { CHECK_NAME } from '#app/payments/answers/account_reasons'
import { innocent } from '#app/payments/answers/innocent'
import type { ReasonCode } from '#app/payments/answers/reason_codes'

const ASK_BANK = 'Demandez des précisions à votre banque, puis payez de nouveau.'
const ASK_COMPLIANCE =
  'Répondez à la demande de conformité de votre banque avant de payer de nouveau.'

/** The reasons that accuse neither the payee’s account nor our order: the parties’ will, the banks, the law. */
export const OTHER_REASONS: ReadonlyMap<string, ReasonCode> = new Map([
  [
    'AGNT',
    innocent('La banque du bénéficiaire est inconnue ou fausse', 'Vérifiez le BIC du compte.'),
  ],
  ['AM07', innocent('Le montant est bloqué', ASK_BANK)],
  ['ARDT', innocent('Les fonds ont déjà été rendus', 'Retrouvez le premier retour sur le compte.')],
  [
    'BE04',
    innocent(
      'L’adresse du bénéficiaire manque ou est incomplète',
      'Complétez l’adresse de l’association.'
    ),
  ],
  [
    'BE17',
    innocent('L’identifiant du bénéficiaire est faux', 'Vérifiez la fiche de l’association.'),
  ],
  ['BE22', innocent('Le nom du bénéficiaire manque', CHECK_NAME)],
  [
    'CH11',
    innocent('L’identifiant du bénéficiaire est faux', 'Vérifiez la fiche de l’association.'),
  ],
  [
    'CUST',
    innocent(
      'L’opération est annulée à la demande d’un client',
      'Demandez la raison à l’association.'
    ),
  ],
  ['DNOR', innocent('Votre banque n’est pas joignable par virement SEPA', ASK_BANK)],
  [
    'DS02',
    innocent(
      'L’ordre a été annulé par une personne habilitée',
      'Demandez pourquoi avant de le refaire.'
    ),
  ],
  ['ED01', innocent('La banque correspondante ne peut pas exécuter', ASK_BANK)],
  ['ED03', innocent('La banque demande le solde', ASK_BANK)],
  ['ED05', innocent('Le règlement entre banques a échoué', ASK_BANK)],
  ['FF10', innocent('La banque a rencontré une panne', ASK_BANK)],
  [
    'FOCR',
    innocent(
      'Les fonds sont rendus à la suite d’une demande d’annulation',
      'Payez de nouveau s’il le faut.'
    ),
  ],
  [
    'LEGL',
    innocent(
      'Une décision de justice empêche le virement',
      'Demandez la décision à l’association.'
    ),
  ],
  [
    'MS02',
    innocent('Le bénéficiaire refuse, sans dire pourquoi', 'Demandez la raison à l’association.'),
  ],
  ['MS03', innocent('La banque refuse, sans dire pourquoi', ASK_BANK)],
  [
    'NARR',
    innocent(
      'La raison est écrite en toutes lettres',
      'Lisez les mots de la banque, puis décidez.'
    ),
  ],
  [
    'NOAS',
    innocent(
      'Le bénéficiaire n’a pas répondu à la demande d’annulation',
      'Voyez avec l’association.'
    ),
  ],
  [
    'NOOR',
    innocent(
      'Le virement d’origine n’a jamais été reçu',
      'Vérifiez sur le compte s’il a été débité.'
    ),
  ],
  [
    'RR01',
    innocent('Le compte ou l’identité de la fédération manque (obligation légale)', ASK_COMPLIANCE),
  ],
  [
    'RR02',
    innocent('Le nom ou l’adresse de la fédération manque (obligation légale)', ASK_COMPLIANCE),
  ],
  [
    'RR03',
    innocent(
      'Le nom ou l’adresse du bénéficiaire manque (obligation légale)',
      'Complétez la fiche de l’association, puis payez de nouveau.'
    ),
  ],
  ['RR04', innocent('Une obligation légale empêche le virement', ASK_COMPLIANCE)],
  ['RR05', innocent('La déclaration réglementaire manque ou est fausse', ASK_COMPLIANCE)],
  ['RR12', innocent('Un identifiant manque ou est faux (obligation légale)', ASK_COMPLIANCE)],
  ['SL01', innocent('Un service de la banque arrête ce virement', ASK_BANK)],
  ['SL02', innocent('Un service de la banque du bénéficiaire arrête ce virement', ASK_BANK)],
  ['SVNR', innocent('Le service demandé n’a pas été rendu', ASK_BANK)],
  [
    'UPAY',
    innocent('Le virement n’était pas dû', 'Voyez avec l’association avant de payer de nouveau.'),
  ],
])
