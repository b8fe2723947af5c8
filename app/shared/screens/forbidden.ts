import { Exception } from '@adonisjs/core/exceptions'

/** The person is known, and this is not theirs to see or do. */
export class Forbidden extends Exception {
  static override status = 403
  static override code = 'E_FORBIDDEN'
  static override message = 'Cette page ne relève pas de votre rôle.'
}
