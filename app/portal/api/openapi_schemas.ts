import { CENTS, DAY, listOf, whole } from '#app/portal/api/openapi_words'

const STATEMENT = {
  numero: { type: 'string' },
  convention: { type: 'string' },
  campagne: { type: 'string' },
  emis_le: { type: 'string', format: 'date-time' },
  total_centimes: CENTS,
  a_payer_centimes: CENTS,
  virement: {
    oneOf: [
      { type: 'null' },
      whole({
        etat: { type: 'string', enum: ['demande', 'accepte', 'execute', 'rejete', 'retourne'] },
        date: DAY,
        montant_centimes: CENTS,
      }),
    ],
  },
}

/** What is sent and answered, by the name that the OpenAPI file gives it. */
export const SCHEMAS = {
  Saisine: whole({
    reference: { type: 'string' },
    convention: { type: 'string' },
    date: DAY,
    canal: { type: 'string' },
    departement: { type: 'string' },
    beneficiaire: { type: 'string' },
    mandat: { type: 'string' },
    fiche: {
      type: 'string',
      enum: ['attendue', 'recue', 'retenue', 'non_retenue'],
      description: 'Où en est la fiche retour de cette saisine.',
    },
  }),
  Fiche: {
    type: 'object',
    properties: {
      reference_saisine: { type: 'string', maxLength: 35 },
      convention: { type: 'string' },
      date_premier_contact: { type: ['string', 'null'], description: 'AAAA-MM-JJ.' },
      date_dernier_acte: { type: ['string', 'null'], description: 'AAAA-MM-JJ.' },
      issue: {
        type: 'string',
        enum: ['prise_en_charge', 'injoignable', 'refus', 'reorientee'],
      },
      memo_de_vie: { type: ['boolean', 'null'] },
      observations: {
        type: ['string', 'null'],
        maxLength: 500,
        description: 'Sans nommer personne : un nom, un numéro ou une adresse est refusé.',
      },
      prestations: {
        type: 'object',
        description: 'Nombre de chaque prestation, par son code dans le barème.',
        additionalProperties: { type: 'integer', minimum: 0 },
      },
      attestation: {
        type: 'boolean',
        description: 'Vrai : l’association atteste ce que dit la fiche.',
      },
      version_precedente: {
        type: 'integer',
        minimum: 0,
        default: 0,
        description: 'Version que cette fiche corrige ; 0 pour la première.',
      },
    },
    required: ['reference_saisine', 'convention', 'issue', 'attestation'],
    additionalProperties: false,
  },
  Releve: whole({ ...STATEMENT, lignes: { type: 'integer', description: 'Leur nombre.' } }),
  ReleveLu: whole({ ...STATEMENT, lignes: listOf('Ligne') }),
  Ligne: whole({
    nature: { type: 'string', enum: ['prestation', 'regularisation', 'solde_repris'] },
    saisine: { type: ['string', 'null'] },
    prestation: { type: ['string', 'null'] },
    date_du_bareme: { type: ['string', 'null'], format: 'date' },
    quantite: { type: ['integer', 'null'] },
    unitaire_centimes: { type: ['integer', 'null'] },
    reduction_centimes: CENTS,
    montant_centimes: CENTS,
  }),
  Refus: whole({ refused: listOf('Raison') }),
  Raison: {
    type: 'object',
    properties: {
      code: { type: 'string' },
      message: { type: 'string' },
      remedy: { type: 'string' },
      field: { type: 'string' },
    },
    required: ['code', 'message'],
    additionalProperties: false,
  },
} as const
