import { hashToken } from '#app/accounts/entry/invite'
import type { ApiCaller } from '#app/portal/api/api_caller'
import { row } from '#app/shared/rows'

/** Whose this token is: null when nobody’s, revoked, or made by a person whose account is closed. Notes its use. */
export function callerOf(token: string): Promise<ApiCaller | null> {
  return row<ApiCaller>(
    `WITH caller AS (
       SELECT t.id, t.association_id, u.id AS user_id FROM api_tokens t JOIN users u ON u.id = t.created_by
       WHERE t.token_hash = ? AND t.revoked_at IS NULL AND u.disabled_at IS NULL
         AND u.association_id = t.association_id),
     used AS (
       -- To the minute: a busy software does not write at each call.
       UPDATE api_tokens SET last_used_at = now() FROM caller
       WHERE api_tokens.id = caller.id AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute'))
     SELECT id AS "tokenId", association_id AS "associationId", user_id AS "userId" FROM caller`,
    [hashToken(token)]
  )
}
