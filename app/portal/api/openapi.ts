import { PATHS } from '#app/portal/api/openapi_paths'
import { SCHEMAS } from '#app/portal/api/openapi_schemas'
import { CALLS_A_MINUTE } from '#app/portal/api/rate'

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
  paths: PATHS,
  components: {
    securitySchemes: { jeton: { type: 'http', scheme: 'bearer' } },
    schemas: SCHEMAS,
  },
} as const
