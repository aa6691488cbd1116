package org.rolewright.access;

import static org.rolewright.db.access.Tables.INVITATION;
import static org.rolewright.db.access.Tables.ROLE_HELD;
import static org.rolewright.db.access.Tables.SETUP_LINK;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Role;
import org.rolewright.platform.db.Tx;

/** Rows of the schema {@code access}. */
final class AccessRepository {

  record StoredInvitation(UUID id, String email, Role role, boolean open) {}

  void grant(Tx tx, PersonId person, Role role) {
    tx.sql()
        .insertInto(ROLE_HELD)
        .set(ROLE_HELD.PERSON_ID, person.value())
        .set(ROLE_HELD.ROLE, role.code())
        .onConflictDoNothing()
        .execute();
  }

  Set<Role> roles(Tx tx, PersonId person) {
    var roles = EnumSet.noneOf(Role.class);
    tx.sql()
        .select(ROLE_HELD.ROLE)
        .from(ROLE_HELD)
        .where(ROLE_HELD.PERSON_ID.eq(person.value()))
        .forEach(row -> roles.add(Role.of(row.value1())));
    return roles;
  }

  void insertSetupLink(Tx tx, byte[] tokenHash, Instant now) {
    tx.sql().deleteFrom(SETUP_LINK).where(SETUP_LINK.USED_AT.isNull()).execute();
    tx.sql()
        .insertInto(SETUP_LINK)
        .set(SETUP_LINK.TOKEN_HASH, tokenHash)
        .set(SETUP_LINK.CREATED_AT, now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  boolean setupDone(Tx tx) {
    return tx.sql().fetchExists(SETUP_LINK, SETUP_LINK.USED_AT.isNotNull());
  }

  boolean setupOpen(Tx tx, byte[] tokenHash) {
    return tx.sql()
        .fetchExists(SETUP_LINK, SETUP_LINK.TOKEN_HASH.eq(tokenHash), SETUP_LINK.USED_AT.isNull());
  }

  /** Takes the link; of two at once only one gets it. */
  boolean useSetupLink(Tx tx, byte[] tokenHash, Instant now) {
    return tx.sql()
            .update(SETUP_LINK)
            .set(SETUP_LINK.USED_AT, now.atOffset(ZoneOffset.UTC))
            .where(SETUP_LINK.TOKEN_HASH.eq(tokenHash), SETUP_LINK.USED_AT.isNull())
            .execute()
        == 1;
  }

  void insert(Tx tx, Invitation invitation, byte[] tokenHash, PersonId by, Instant now) {
    tx.sql()
        .insertInto(INVITATION)
        .set(INVITATION.ID, invitation.id())
        .set(INVITATION.TOKEN_HASH, tokenHash)
        .set(INVITATION.EMAIL, invitation.email())
        .set(INVITATION.ROLE, invitation.role().code())
        .set(INVITATION.INVITED_BY, by.value())
        .set(INVITATION.CREATED_AT, now.atOffset(ZoneOffset.UTC))
        .set(INVITATION.EXPIRES_AT, now.plus(AccessService.INVITATION).atOffset(ZoneOffset.UTC))
        .execute();
  }

  Optional<StoredInvitation> lockInvitation(Tx tx, byte[] tokenHash, Instant now) {
    return tx.sql()
        .selectFrom(INVITATION)
        .where(INVITATION.TOKEN_HASH.eq(tokenHash))
        .forUpdate()
        .fetchOptional(row ->
            new StoredInvitation(
                row.getId(),
                row.getEmail(),
                Role.of(row.getRole()),
                row.getAcceptedBy() == null && row.getExpiresAt().toInstant().isAfter(now)));
  }

  void accept(Tx tx, UUID invitation, PersonId by) {
    tx.sql()
        .update(INVITATION)
        .set(INVITATION.ACCEPTED_BY, by.value())
        .where(INVITATION.ID.eq(invitation))
        .execute();
  }
}
