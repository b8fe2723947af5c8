import { CALLS_A_MINUTE } from '#app/portal/api/rate'

const CENTS = { type: 'integer', description: 'Montant en centimes d’euro.' }
const DAY = { type: 'string', format: 'date' }
const NEXT = {
  type: ['string', 'null'],
  description: 'Repère à donner dans « apres » pour lire la suite ; nul à la fin.',
}

/** An object whose fields are all there, and no other. */
function whole(properties: Record<string, object>) {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
}

function listOf(name: string) {
  return { type: 'array', items: { $ref: `#/components/schemas/${name}` } }
}

function json(schema: object) {
  return { 'application/json': { schema } }
}

function refusal(description: string) {
  return { description, content: json({ $ref: '#/components/schemas/Refus' }) }
}

const KEPT_OFF = {
  '401': refusal('Aucun jeton valable.'),
  '429': refusal('Trop de demandes ; Retry-After dit combien de secondes attendre.'),
}

const PAGE = [
  {
    name: 'apres',
    in: 'query',
    description: 'Repère donné par la page précédente.',
    schema: { type: 'string' },
  },
  {
    name: 'limite',
    in: 'query',
    description: 'Nombre de lignes par page.',
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  },
]

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

/** The interface for the software of associations, as OpenAPI 3.1: tests hold every answer to it. */
export const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'Reversement, pour le logiciel d’une association',
    version: '1',
    description:
      'Lire ses saisines et ses relevés, envoyer ses fiches retour. Un jeton, ouvert à la page « Accès du logiciel » du portail, ' +
      `accompagne chaque demande. ${CALLS_A_MINUTE} demandes par minute et par jeton. Les montants sont en centimes, les jours en AAAA-MM-JJ.`,
  },
  security: [{ jeton: [] }],
  paths: {
    '/api/v1/saisines': {
      get: {
        summary: 'Vos saisines, de la plus ancienne à la plus récente',
        parameters: PAGE,
        responses: {
          '200': {
            description: 'Une page de saisines.',
            content: json(whole({ saisines: listOf('Saisine'), suite: NEXT })),
          },
          '400': refusal('Un paramètre n’est pas lisible.'),
          ...KEPT_OFF,
        },
      },
    },
    '/api/v1/fiches': {
      post: {
        summary: 'Envoyer la fiche retour d’une saisine, ou sa correction',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description:
              'Une clé par fiche envoyée : la même demande, renvoyée avec la même clé, reçoit la même réponse et n’a qu’un effet.',
            schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
          },
        ],
        requestBody: { required: true, content: json({ $ref: '#/components/schemas/Fiche' }) },
        responses: {
          '201': {
            description: 'La fiche est reçue.',
            content: json(
              whole({
                fiche: whole({
                  reference_saisine: { type: 'string' },
                  convention: { type: 'string' },
                  version: { type: 'integer', minimum: 1 },
                }),
              })
            ),
          },
          '400': refusal('La clé manque, ou le corps n’est pas du JSON.'),
          '404': refusal('Cette saisine ne vous est pas confiée.'),
          '409': refusal(
            'La clé a servi pour un autre contenu, une autre version a été envoyée entre-temps, ou la campagne est soumise.'
          ),
          '413': refusal('Le corps de la demande est trop lourd.'),
          '415': refusal('Le corps n’est pas annoncé comme du JSON.'),
          '422': refusal('La fiche n’est pas recevable : chaque raison dit comment y remédier.'),
          ...KEPT_OFF,
        },
      },
    },
    '/api/v1/releves': {
      get: {
        summary: 'Vos relevés, du plus ancien au plus récent',
        parameters: PAGE,
        responses: {
          '200': {
            description: 'Une page de relevés.',
            content: json(whole({ releves: listOf('Releve'), suite: NEXT })),
          },
          '400': refusal('Un paramètre n’est pas lisible.'),
          ...KEPT_OFF,
        },
      },
    },
    '/api/v1/releves/{numero}': {
      get: {
        summary: 'Un relevé et ses lignes',
        parameters: [
          { name: 'numero', in: 'path', required: true, schema: { type: 'string' } },
          ...PAGE,
        ],
        responses: {
          '200': {
            description: 'Le relevé, et une page de ses lignes.',
            content: json(
              whole({ releve: { $ref: '#/components/schemas/ReleveLu' }, suite: NEXT })
            ),
          },
          '400': refusal('Un paramètre n’est pas lisible.'),
          '404': refusal('Vous n’avez pas de relevé de ce numéro.'),
          ...KEPT_OFF,
        },
      },
    },
  },
  components: {
    securitySchemes: { jeton: { type: 'http', scheme: 'bearer' } },
    schemas: {
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
    },
  },
} as const
