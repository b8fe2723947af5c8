import type { ReasonCode } from '#app/payments/answers/reason_codes'

const ASK_BANK = 'Demandez des précisions à votre banque, puis payez de nouveau.'
const CHECK_SETTINGS =
  'Vérifiez la version et les réglages de l’ordre avec votre banque, puis produisez-en un nouveau.'
const CHECK_DUPLICATE =
  'Vérifiez sur le compte que ce virement n’a pas déjà été exécuté avant de le refaire.'
const CHECK_NAME =
  'Vérifiez le titulaire du compte avec l’association, puis proposez-le de nouveau.'
const CHECK_OUR_ACCOUNT = 'Vérifiez le compte de la fédération et son contrat avec votre banque.'
const FUND_ACCOUNT = 'Approvisionnez le compte, puis payez de nouveau.'
const CHECK_AMOUNT = 'Vérifiez le montant et les plafonds avec votre banque.'
const ASK_COMPLIANCE =
  'Répondez à la demande de conformité de votre banque avant de payer de nouveau.'

/** The reasons that leave the payee’s account alone: the order, our account, the banks, the law. */
export const OTHER_REASONS: ReadonlyMap<string, ReasonCode> = new Map([
  ['AC02', reason('Le numéro du compte de la fédération est faux', CHECK_OUR_ACCOUNT)],
  ['AC05', reason('Le compte de la fédération est clôturé', CHECK_OUR_ACCOUNT)],
  ['AC10', reason('La devise du compte de la fédération est fausse', CHECK_OUR_ACCOUNT)],
  ['AC12', reason('Le type de compte ne permet pas ce virement', CHECK_SETTINGS)],
  [
    'AC13',
    reason('Le type du compte de la fédération ne permet pas ce virement', CHECK_OUR_ACCOUNT),
  ],
  ['AG02', reason('Le code d’opération est faux', CHECK_SETTINGS)],
  ['AG03', reason('Ce genre d’opération n’est pas traité par la banque', CHECK_SETTINGS)],
  [
    'AGNT',
    reason('La banque du bénéficiaire est inconnue ou fausse', 'Vérifiez le BIC du compte.'),
  ],
  ['AM01', reason('Le montant est nul', CHECK_AMOUNT)],
  ['AM02', reason('Le montant dépasse ce qui est permis', CHECK_AMOUNT)],
  ['AM03', reason('La devise n’est pas acceptée', CHECK_SETTINGS)],
  ['AM04', reason('La provision est insuffisante', FUND_ACCOUNT)],
  ['AM05', reason('Le virement est un double', CHECK_DUPLICATE)],
  ['AM06', reason('Le montant est inférieur au minimum', CHECK_AMOUNT)],
  ['AM07', reason('Le montant est bloqué', ASK_BANK)],
  ['AM09', reason('Le montant reçu n’est pas celui attendu', CHECK_AMOUNT)],
  ['AM10', reason('Le total de l’ordre ne correspond pas à ses virements', CHECK_SETTINGS)],
  ['AM11', reason('La devise n’est pas acceptée', CHECK_SETTINGS)],
  ['AM12', reason('Le montant est faux', CHECK_AMOUNT)],
  ['AM14', reason('Le montant dépasse le plafond convenu', CHECK_AMOUNT)],
  ['AM16', reason('Le total de l’ordre est faux', CHECK_SETTINGS)],
  ['AM17', reason('Le total du lot est faux', CHECK_SETTINGS)],
  ['AM18', reason('Le nombre de virements est faux', CHECK_SETTINGS)],
  ['AM19', reason('Le nombre de virements de l’ordre est faux', CHECK_SETTINGS)],
  ['AM20', reason('Le nombre de virements du lot est faux', CHECK_SETTINGS)],
  ['AM21', reason('Le montant dépasse le plafond convenu', CHECK_AMOUNT)],
  ['ARDT', reason('Les fonds ont déjà été rendus', 'Retrouvez le premier retour sur le compte.')],
  [
    'BE04',
    reason(
      'L’adresse du bénéficiaire manque ou est incomplète',
      'Complétez l’adresse de l’association.'
    ),
  ],
  ['BE05', reason('L’émetteur de l’ordre n’est pas reconnu', CHECK_OUR_ACCOUNT)],
  ['BE07', reason('L’adresse de la fédération manque ou est incomplète', CHECK_OUR_ACCOUNT)],
  ['BE16', reason('L’identifiant de la fédération est faux', CHECK_OUR_ACCOUNT)],
  ['BE17', reason('L’identifiant du bénéficiaire est faux', 'Vérifiez la fiche de l’association.')],
  ['BE22', reason('Le nom du bénéficiaire manque', CHECK_NAME)],
  ['CH03', reason('La date d’exécution est trop lointaine', 'Choisissez une date plus proche.')],
  ['CH11', reason('L’identifiant du bénéficiaire est faux', 'Vérifiez la fiche de l’association.')],
  ['CH20', reason('Un montant a trop de décimales', CHECK_SETTINGS)],
  ['CURR', reason('La devise n’est pas la bonne', CHECK_SETTINGS)],
  [
    'CUST',
    reason(
      'L’opération est annulée à la demande d’un client',
      'Demandez la raison à l’association.'
    ),
  ],
  ['DNOR', reason('Votre banque n’est pas joignable par virement SEPA', ASK_BANK)],
  [
    'DS02',
    reason(
      'L’ordre a été annulé par une personne habilitée',
      'Demandez pourquoi avant de le refaire.'
    ),
  ],
  ['DS0H', reason('Le signataire n’est pas habilité sur ce compte', CHECK_OUR_ACCOUNT)],
  ['DT01', reason('La date est fausse ou passée', 'Choisissez une autre date d’exécution.')],
  ['DU01', reason('L’identifiant du message a déjà servi', CHECK_DUPLICATE)],
  ['DU02', reason('L’identifiant du lot a déjà servi', CHECK_DUPLICATE)],
  ['DU03', reason('Le virement a déjà été transmis', CHECK_DUPLICATE)],
  ['DU04', reason('La référence de bout en bout a déjà servi', CHECK_DUPLICATE)],
  ['DU05', reason('La référence de l’instruction a déjà servi', CHECK_DUPLICATE)],
  ['DUPL', reason('Le virement est un double', CHECK_DUPLICATE)],
  ['ED01', reason('La banque correspondante ne peut pas exécuter', ASK_BANK)],
  ['ED03', reason('La banque demande le solde', ASK_BANK)],
  ['ED05', reason('Le règlement entre banques a échoué', ASK_BANK)],
  ['ERIN', reason('La banque ne traite pas la donnée facultative jointe', CHECK_SETTINGS)],
  ['FF01', reason('Le format du fichier est refusé', CHECK_SETTINGS)],
  ['FF03', reason('Le type de paiement est faux', CHECK_SETTINGS)],
  ['FF04', reason('Le niveau de service est faux', CHECK_SETTINGS)],
  ['FF05', reason('L’instrument de paiement est faux', CHECK_SETTINGS)],
  ['FF07', reason('Le motif économique est faux', CHECK_SETTINGS)],
  ['FF10', reason('La banque a rencontré une panne', ASK_BANK)],
  [
    'FOCR',
    reason(
      'Les fonds sont rendus à la suite d’une demande d’annulation',
      'Payez de nouveau s’il le faut.'
    ),
  ],
  [
    'LEGL',
    reason('Une décision de justice empêche le virement', 'Demandez la décision à l’association.'),
  ],
  [
    'MS02',
    reason('Le bénéficiaire refuse, sans dire pourquoi', 'Demandez la raison à l’association.'),
  ],
  ['MS03', reason('La banque refuse, sans dire pourquoi', ASK_BANK)],
  [
    'NARR',
    reason('La raison est écrite en toutes lettres', 'Lisez les mots de la banque, puis décidez.'),
  ],
  [
    'NOAS',
    reason(
      'Le bénéficiaire n’a pas répondu à la demande d’annulation',
      'Voyez avec l’association.'
    ),
  ],
  [
    'NOOR',
    reason(
      'Le virement d’origine n’a jamais été reçu',
      'Vérifiez sur le compte s’il a été débité.'
    ),
  ],
  ['RC03', reason('L’identifiant de votre banque est faux', CHECK_OUR_ACCOUNT)],
  ['RF01', reason('La référence n’est pas unique', CHECK_DUPLICATE)],
  [
    'RR01',
    reason('Le compte ou l’identité de la fédération manque (obligation légale)', ASK_COMPLIANCE),
  ],
  [
    'RR02',
    reason('Le nom ou l’adresse de la fédération manque (obligation légale)', ASK_COMPLIANCE),
  ],
  [
    'RR03',
    reason(
      'Le nom ou l’adresse du bénéficiaire manque (obligation légale)',
      'Complétez la fiche de l’association, puis payez de nouveau.'
    ),
  ],
  ['RR04', reason('Une obligation légale empêche le virement', ASK_COMPLIANCE)],
  ['RR05', reason('La déclaration réglementaire manque ou est fausse', ASK_COMPLIANCE)],
  ['RR12', reason('Un identifiant manque ou est faux (obligation légale)', ASK_COMPLIANCE)],
  ['SL01', reason('Un service de la banque arrête ce virement', ASK_BANK)],
  ['SL02', reason('Un service de la banque du bénéficiaire arrête ce virement', ASK_BANK)],
  ['SVNR', reason('Le service demandé n’a pas été rendu', ASK_BANK)],
  ['TD03', reason('Le fichier est incomplet ou mal construit', CHECK_SETTINGS)],
  ['TECH', reason('Une panne a causé un envoi fautif', CHECK_DUPLICATE)],
  [
    'TM01',
    reason('L’ordre est arrivé après l’heure limite', 'Choisissez la date d’exécution suivante.'),
  ],
  [
    'UPAY',
    reason('Le virement n’était pas dû', 'Voyez avec l’association avant de payer de nouveau.'),
  ],
])

function reason(meaning: string, remedy: string): ReasonCode {
  return { meaning, remedy, accusesAccount: false }
}
