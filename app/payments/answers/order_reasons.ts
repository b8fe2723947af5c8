import { innocent } from '#app/payments/answers/innocent'
import type { ReasonCode } from '#app/payments/answers/reason_codes'

const CHECK_SETTINGS =
  'Vérifiez la version et les réglages de l’ordre avec votre banque, puis produisez-en un nouveau.'
const CHECK_DUPLICATE =
  'Vérifiez sur le compte que ce virement n’a pas déjà été exécuté avant de le refaire.'
const CHECK_OUR_ACCOUNT = 'Vérifiez le compte de la fédération et son contrat avec votre banque.'
const FUND_ACCOUNT = 'Approvisionnez le compte, puis payez de nouveau.'
const CHECK_AMOUNT = 'Vérifiez le montant et les plafonds avec votre banque.'

/** The reasons that accuse our order, its file, its money or our account. */
export const ORDER_REASONS: ReadonlyMap<string, ReasonCode> = new Map([
  ['AC02', innocent('Le numéro du compte de la fédération est faux', CHECK_OUR_ACCOUNT)],
  ['AC05', innocent('Le compte de la fédération est clôturé', CHECK_OUR_ACCOUNT)],
  ['AC10', innocent('La devise du compte de la fédération est fausse', CHECK_OUR_ACCOUNT)],
  ['AC12', innocent('Le type de compte ne permet pas ce virement', CHECK_SETTINGS)],
  [
    'AC13',
    innocent('Le type du compte de la fédération ne permet pas ce virement', CHECK_OUR_ACCOUNT),
  ],
  ['AG02', innocent('Le code d’opération est faux', CHECK_SETTINGS)],
  ['AG03', innocent('Ce genre d’opération n’est pas traité par la banque', CHECK_SETTINGS)],
  ['AM01', innocent('Le montant est nul', CHECK_AMOUNT)],
  ['AM02', innocent('Le montant dépasse ce qui est permis', CHECK_AMOUNT)],
  ['AM03', innocent('La devise n’est pas acceptée', CHECK_SETTINGS)],
  ['AM04', innocent('La provision est insuffisante', FUND_ACCOUNT)],
  ['AM05', innocent('Le virement est un double', CHECK_DUPLICATE)],
  ['AM06', innocent('Le montant est inférieur au minimum', CHECK_AMOUNT)],
  ['AM09', innocent('Le montant reçu n’est pas celui attendu', CHECK_AMOUNT)],
  ['AM10', innocent('Le total de l’ordre ne correspond pas à ses virements', CHECK_SETTINGS)],
  ['AM11', innocent('La devise n’est pas acceptée', CHECK_SETTINGS)],
  ['AM12', innocent('Le montant est faux', CHECK_AMOUNT)],
  ['AM14', innocent('Le montant dépasse le plafond convenu', CHECK_AMOUNT)],
  ['AM16', innocent('Le total de l’ordre est faux', CHECK_SETTINGS)],
  ['AM17', innocent('Le total du lot est faux', CHECK_SETTINGS)],
  ['AM18', innocent('Le nombre de virements est faux', CHECK_SETTINGS)],
  ['AM19', innocent('Le nombre de virements de l’ordre est faux', CHECK_SETTINGS)],
  ['AM20', innocent('Le nombre de virements du lot est faux', CHECK_SETTINGS)],
  ['AM21', innocent('Le montant dépasse le plafond convenu', CHECK_AMOUNT)],
  ['BE05', innocent('L’émetteur de l’ordre n’est pas reconnu', CHECK_OUR_ACCOUNT)],
  ['BE07', innocent('L’adresse de la fédération manque ou est incomplète', CHECK_OUR_ACCOUNT)],
  ['BE16', innocent('L’identifiant de la fédération est faux', CHECK_OUR_ACCOUNT)],
  ['CH03', innocent('La date d’exécution est trop lointaine', 'Choisissez une date plus proche.')],
  ['CH20', innocent('Un montant a trop de décimales', CHECK_SETTINGS)],
  ['CURR', innocent('La devise n’est pas la bonne', CHECK_SETTINGS)],
  ['DS0H', innocent('Le signataire n’est pas habilité sur ce compte', CHECK_OUR_ACCOUNT)],
  ['DT01', innocent('La date est fausse ou passée', 'Choisissez une autre date d’exécution.')],
  ['DU01', innocent('L’identifiant du message a déjà servi', CHECK_DUPLICATE)],
  ['DU02', innocent('L’identifiant du lot a déjà servi', CHECK_DUPLICATE)],
  ['DU03', innocent('Le virement a déjà été transmis', CHECK_DUPLICATE)],
  ['DU04', innocent('La référence de bout en bout a déjà servi', CHECK_DUPLICATE)],
  ['DU05', innocent('La référence de l’instruction a déjà servi', CHECK_DUPLICATE)],
  ['DUPL', innocent('Le virement est un double', CHECK_DUPLICATE)],
  ['ERIN', innocent('La banque ne traite pas la donnée facultative jointe', CHECK_SETTINGS)],
  ['FF01', innocent('Le format du fichier est refusé', CHECK_SETTINGS)],
  ['FF03', innocent('Le type de paiement est faux', CHECK_SETTINGS)],
  ['FF04', innocent('Le niveau de service est faux', CHECK_SETTINGS)],
  ['FF05', innocent('L’instrument de paiement est faux', CHECK_SETTINGS)],
  ['FF07', innocent('Le motif économique est faux', CHECK_SETTINGS)],
  ['RC03', innocent('L’identifiant de votre banque est faux', CHECK_OUR_ACCOUNT)],
  ['RF01', innocent('La référence n’est pas unique', CHECK_DUPLICATE)],
  ['TD03', innocent('Le fichier est incomplet ou mal construit', CHECK_SETTINGS)],
  ['TECH', innocent('Une panne a causé un envoi fautif', CHECK_DUPLICATE)],
  [
    'TM01',
    innocent('L’ordre est arrivé après l’heure limite', 'Choisissez la date d’exécution suivante.'),
  ],
])
