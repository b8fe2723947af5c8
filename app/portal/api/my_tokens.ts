import { rows } from '#app/shared/rows'

export interface MyToken {
  id: number
  label: string
  prefix: string
  createdAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

/** The accesses of the association, open ones first. Reads behind the wall. */
export function myTokens(): Promise<MyToken[]> {
  return rows<MyToken>(
    `SELECT id, label, prefix, created_at AS "createdAt", last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"
     FROM api_tokens ORDER BY revoked_at IS NOT NULL, id DESC LIMIT 100`
  )
}
