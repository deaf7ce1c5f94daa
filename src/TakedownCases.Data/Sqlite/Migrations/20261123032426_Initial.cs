using System;
using Microsoft.EntityFrameworkCore.Migrations;
using TakedownCases.Data.Sql;

#nullable disable

namespace TakedownCases.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "approval",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    requested_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    requested_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    granted = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approval", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "authority_check",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    is_right = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<byte[]>(type: "BLOB", nullable: false),
                    checked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_authority_check", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_data_key",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_data_key", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "cookie_ring_key",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cookie_ring_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "done_command",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_done_command", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "filing_draft",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filing_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "heartbeat",
                columns: table => new
                {
                    sweep = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: false),
                    lateness_microseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_heartbeat", x => x.sweep);
                });

            migrationBuilder.CreateTable(
                name: "installation_secret",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    key_version = table.Column<int>(type: "INTEGER", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation_secret", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entry",
                columns: table => new
                {
                    scope = table.Column<byte[]>(type: "BLOB", nullable: false),
                    lane = table.Column<short>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entry", x => new { x.scope, x.lane, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "ledger_head",
                columns: table => new
                {
                    scope = table.Column<byte[]>(type: "BLOB", nullable: false),
                    lane = table.Column<short>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_head", x => new { x.scope, x.lane });
                });

            migrationBuilder.CreateTable(
                name: "ledger_secret",
                columns: table => new
                {
                    scope = table.Column<byte[]>(type: "BLOB", nullable: false),
                    lane = table.Column<short>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    tag = table.Column<int>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_secret", x => new { x.scope, x.lane, x.seq, x.tag });
                });

            migrationBuilder.CreateTable(
                name: "outbox_item",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    notice = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recipient_index = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: true),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    first_tried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    tried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    not_in_archive = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_item", x => new { x.case_id, x.notice });
                });

            migrationBuilder.CreateTable(
                name: "rule_edition",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    rule_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    proposed_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_edition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rule_recount",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    rule_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: false),
                    pass = table.Column<int>(type: "INTEGER", nullable: false),
                    at_basis = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    at_case = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at_clock = table.Column<byte[]>(type: "BLOB", nullable: true),
                    looked = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    kept = table.Column<int>(type: "INTEGER", nullable: false),
                    failed = table.Column<int>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_recount", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "send_attempt",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    notice = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_send_attempt", x => new { x.case_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "staff_invitation",
                columns: table => new
                {
                    token_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_invitation", x => x.token_hash);
                });

            migrationBuilder.CreateTable(
                name: "staff_mail",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff = table.Column<byte[]>(type: "BLOB", nullable: false),
                    digest_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    counts_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    danger = table.Column<int>(type: "INTEGER", nullable: false),
                    overdue = table.Column<int>(type: "INTEGER", nullable: false),
                    due_today = table.Column<int>(type: "INTEGER", nullable: false),
                    to_approve = table.Column<int>(type: "INTEGER", nullable: false),
                    unknown = table.Column<int>(type: "INTEGER", nullable: false),
                    others = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: true),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_mail", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_telling",
                columns: table => new
                {
                    staff = table.Column<byte[]>(type: "BLOB", nullable: false),
                    digest_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_mail_at = table.Column<long>(type: "INTEGER", nullable: true),
                    unreachable_since = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_telling", x => x.staff);
                });

            migrationBuilder.CreateTable(
                name: "staff_user",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    cleared_for_minors = table.Column<bool>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    theme = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    shortcuts_off = table.Column<bool>(type: "INTEGER", nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    quiet_until = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    digest_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    wants_mails = table.Column<bool>(type: "INTEGER", nullable: false),
                    away_from = table.Column<long>(type: "INTEGER", nullable: true),
                    away_until = table.Column<long>(type: "INTEGER", nullable: true),
                    deputy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    totp_secret = table.Column<byte[]>(type: "BLOB", nullable: true),
                    totp_last_step = table.Column<long>(type: "INTEGER", nullable: true),
                    enrolled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    disabled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failed_sign_ins = table.Column<int>(type: "INTEGER", nullable: false),
                    last_failed_sign_in_at = table.Column<long>(type: "INTEGER", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_user", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "takedown_case",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    track = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    severity = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    assignee = table.Column<byte[]>(type: "BLOB", nullable: true),
                    filed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    next_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    waits = table.Column<string>(type: "TEXT", nullable: false),
                    survivor_wrote_at = table.Column<long>(type: "INTEGER", nullable: true),
                    staff_wrote_at = table.Column<long>(type: "INTEGER", nullable: true),
                    hotline_told_at = table.Column<long>(type: "INTEGER", nullable: true),
                    authority_checked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    erasure_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    erasure_keeps_proof = table.Column<bool>(type: "INTEGER", nullable: false),
                    filing_command = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_unchecked = table.Column<bool>(type: "INTEGER", nullable: false),
                    hold_until = table.Column<long>(type: "INTEGER", nullable: true),
                    place_count = table.Column<int>(type: "INTEGER", nullable: false),
                    details = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contact = table.Column<byte[]>(type: "BLOB", nullable: true),
                    statement = table.Column<byte[]>(type: "BLOB", nullable: true),
                    hold_words = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_takedown_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "told_task",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    task = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff = table.Column<byte[]>(type: "BLOB", nullable: false),
                    danger = table.Column<bool>(type: "INTEGER", nullable: false),
                    mail = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_told_task", x => new { x.case_id, x.task, x.staff, x.danger });
                });

            migrationBuilder.CreateTable(
                name: "untold_task",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    task = table.Column<byte[]>(type: "BLOB", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_untold_task", x => new { x.case_id, x.task });
                });

            migrationBuilder.CreateTable(
                name: "staff_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_claim", x => x.id);
                    table.ForeignKey(
                        name: "FK_staff_claim_staff_user_user_id",
                        column: x => x.user_id,
                        principalTable: "staff_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_staff_login_staff_user_user_id",
                        column: x => x.user_id,
                        principalTable: "staff_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_passkey",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_passkey", x => x.credential_id);
                    table.ForeignKey(
                        name: "FK_staff_passkey_staff_user_user_id",
                        column: x => x.user_id,
                        principalTable: "staff_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_token",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_staff_token_staff_user_user_id",
                        column: x => x.user_id,
                        principalTable: "staff_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_key",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    lookup = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    spoken = table.Column<bool>(type: "INTEGER", nullable: false),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_key", x => new { x.case_id, x.lookup });
                    table.ForeignKey(
                        name: "FK_access_key_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_clock",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    place = table.Column<byte[]>(type: "BLOB", nullable: true),
                    notice = table.Column<byte[]>(type: "BLOB", nullable: true),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    basis_version = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    warn_at = table.Column<long>(type: "INTEGER", nullable: false),
                    warn_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    can_pause = table.Column<bool>(type: "INTEGER", nullable: false),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    warned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    overdue_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    met = table.Column<bool>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_clock", x => new { x.case_id, x.id });
                    table.ForeignKey(
                        name: "FK_case_clock_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_message",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    staff = table.Column<byte[]>(type: "BLOB", nullable: true),
                    text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_message", x => new { x.case_id, x.id });
                    table.ForeignKey(
                        name: "FK_case_message_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_note",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    staff = table.Column<byte[]>(type: "BLOB", nullable: false),
                    text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_note", x => new { x.case_id, x.id });
                    table.ForeignKey(
                        name: "FK_case_note_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "climbed_rung",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    clock = table.Column<byte[]>(type: "BLOB", nullable: false),
                    rung = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    climbed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    skipped_because = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_climbed_rung", x => new { x.case_id, x.clock, x.rung });
                    table.ForeignKey(
                        name: "FK_climbed_rung_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "complaint_pack",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    notice = table.Column<byte[]>(type: "BLOB", nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    track = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    made_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    json = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_complaint_pack", x => new { x.case_id, x.id });
                    table.ForeignKey(
                        name: "FK_complaint_pack_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consent",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    given_at = table.Column<long>(type: "INTEGER", nullable: false),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consent", x => new { x.case_id, x.id });
                    table.ForeignKey(
                        name: "FK_consent_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "glass_grant",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    approver = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_glass_grant", x => new { x.case_id, x.staff, x.at });
                    table.ForeignKey(
                        name: "FK_glass_grant_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    track = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    platform = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    channel_kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    earlier = table.Column<byte[]>(type: "BLOB", nullable: true),
                    needs_second = table.Column<bool>(type: "INTEGER", nullable: false),
                    bases = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    composed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    approved_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    frozen_at = table.Column<long>(type: "INTEGER", nullable: true),
                    left_at = table.Column<long>(type: "INTEGER", nullable: true),
                    stopped_because = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    message_id = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    recipient_index = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    choices = table.Column<byte[]>(type: "BLOB", nullable: true),
                    frozen = table.Column<byte[]>(type: "BLOB", nullable: true),
                    mime = table.Column<byte[]>(type: "BLOB", nullable: true),
                    receipt = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => new { x.case_id, x.id });
                    table.ForeignKey(
                        name: "FK_notice_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "place",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    platform = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    blind_index = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    site = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    details = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reach = table.Column<byte[]>(type: "BLOB", nullable: true),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state_since = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_place", x => new { x.case_id, x.id });
                    table.ForeignKey(
                        name: "FK_place_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recusal",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recusal", x => new { x.case_id, x.staff });
                    table.ForeignKey(
                        name: "FK_recusal_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "referral",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ground = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    consent = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    duty = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    track = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    items = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    proposed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    agreed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    agreed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: true),
                    moved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    tell_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    whom = table.Column<byte[]>(type: "BLOB", nullable: true),
                    theirs = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_referral", x => new { x.case_id, x.id });
                    table.ForeignKey(
                        name: "FK_referral_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "site_provider",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    site = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    details = table.Column<byte[]>(type: "BLOB", nullable: true),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_site_provider", x => new { x.case_id, x.id });
                    table.ForeignKey(
                        name: "FK_site_provider_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_task",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    @for = table.Column<string>(name: "for", type: "TEXT", maxLength: 32, nullable: false),
                    clock = table.Column<byte[]>(type: "BLOB", nullable: true),
                    notice = table.Column<byte[]>(type: "BLOB", nullable: true),
                    place = table.Column<byte[]>(type: "BLOB", nullable: true),
                    referral = table.Column<byte[]>(type: "BLOB", nullable: true),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done_by = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_task", x => new { x.case_id, x.id });
                    table.ForeignKey(
                        name: "FK_staff_task_takedown_case_case_id",
                        column: x => x.case_id,
                        principalTable: "takedown_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notice_place",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    notice = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_place", x => new { x.case_id, x.notice, x.place });
                    table.ForeignKey(
                        name: "FK_notice_place_notice_case_id_notice",
                        columns: x => new { x.case_id, x.notice },
                        principalTable: "notice",
                        principalColumns: new[] { "case_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "referral_place",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    referral = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_referral_place", x => new { x.case_id, x.referral, x.place });
                    table.ForeignKey(
                        name: "FK_referral_place_referral_case_id_referral",
                        columns: x => new { x.case_id, x.referral },
                        principalTable: "referral",
                        principalColumns: new[] { "case_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_key_lookup",
                table: "access_key",
                column: "lookup",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_approval_decided_at_expires_at",
                table: "approval",
                columns: new[] { "decided_at", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_authority_check_latest",
                table: "authority_check",
                columns: new[] { "authority", "checked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_clock_basis",
                table: "case_clock",
                columns: new[] { "basis", "id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_clock_ended",
                table: "case_clock",
                column: "due_at",
                filter: "ended_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_clock_next",
                table: "case_clock",
                column: "next_at",
                filter: "next_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_clock_running",
                table: "case_clock",
                columns: new[] { "due_at", "id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_filing_draft_expires_at",
                table: "filing_draft",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_position",
                table: "ledger_entry",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_message_id",
                table: "notice",
                column: "message_id",
                unique: true,
                filter: "message_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notice_recipient",
                table: "notice",
                column: "recipient_index",
                filter: "left_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_notice_reference",
                table: "notice",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_state",
                table: "notice",
                columns: new[] { "state", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next",
                table: "outbox_item",
                column: "next_at",
                filter: "next_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_sent",
                table: "outbox_item",
                columns: new[] { "recipient_index", "sent_at" },
                filter: "sent_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_place_blind_index",
                table: "place",
                column: "blind_index",
                filter: "blind_index IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_place_platform_case_id",
                table: "place",
                columns: new[] { "platform", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_referral_proposed",
                table: "referral",
                columns: new[] { "created_at", "id" },
                filter: "state = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "IX_referral_reference",
                table: "referral",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rule_proposed",
                table: "rule_edition",
                columns: new[] { "kind", "rule_id" },
                unique: true,
                filter: "state = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "ix_rule_version",
                table: "rule_edition",
                columns: new[] { "kind", "rule_id", "version" },
                unique: true,
                filter: "state IN ('Active', 'Superseded')");

            migrationBuilder.CreateIndex(
                name: "ix_recount_open",
                table: "rule_recount",
                column: "not_before",
                filter: "finished_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_site_provider_case_id_site_role",
                table: "site_provider",
                columns: new[] { "case_id", "site", "role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_claim_user_id",
                table: "staff_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_staff_invitation_staff_id",
                table: "staff_invitation",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "IX_staff_login_user_id",
                table: "staff_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_mail_digest",
                table: "staff_mail",
                columns: new[] { "staff", "digest_day" },
                unique: true,
                filter: "digest_day IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_staff_mail_next",
                table: "staff_mail",
                column: "next_at",
                filter: "next_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_staff_mail_written_at",
                table: "staff_mail",
                column: "written_at");

            migrationBuilder.CreateIndex(
                name: "IX_staff_passkey_user_id",
                table: "staff_passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_task_open",
                table: "staff_task",
                columns: new[] { "for", "due_at", "id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "staff_user",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "staff_user",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_held",
                table: "takedown_case",
                columns: new[] { "assignee", "id" },
                filter: "assignee IS NOT NULL AND state IN ('Filed', 'InProgress', 'WaitingForSurvivor')");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_due",
                table: "takedown_case",
                column: "erasure_due_at",
                filter: "erasure_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_hold_until",
                table: "takedown_case",
                column: "hold_until",
                filter: "hold_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_queue_assignee_due",
                table: "takedown_case",
                columns: new[] { "assignee", "track", "next_due_at", "id" },
                filter: "next_due_at IS NOT NULL AND NOT is_unchecked");

            migrationBuilder.CreateIndex(
                name: "ix_queue_danger_due",
                table: "takedown_case",
                columns: new[] { "severity", "track", "next_due_at", "id" },
                filter: "next_due_at IS NOT NULL AND severity = 'Imminent'");

            migrationBuilder.CreateIndex(
                name: "ix_queue_quiet",
                table: "takedown_case",
                columns: new[] { "track", "id" },
                filter: "next_due_at IS NULL AND state IN ('Filed', 'InProgress', 'WaitingForSurvivor')");

            migrationBuilder.CreateIndex(
                name: "ix_queue_track_due",
                table: "takedown_case",
                columns: new[] { "track", "next_due_at", "id" },
                filter: "next_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_queue_unchecked_due",
                table: "takedown_case",
                columns: new[] { "track", "next_due_at", "id" },
                filter: "next_due_at IS NOT NULL AND is_unchecked");

            migrationBuilder.CreateIndex(
                name: "IX_takedown_case_filing_command",
                table: "takedown_case",
                column: "filing_command",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_takedown_case_number",
                table: "takedown_case",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_told_task_mail",
                table: "told_task",
                column: "mail");

            migrationBuilder.CreateIndex(
                name: "ix_untold_next",
                table: "untold_task",
                column: "next_at");

            migrationBuilder.Sql(LedgerTriggers.Sqlite);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_key");

            migrationBuilder.DropTable(
                name: "approval");

            migrationBuilder.DropTable(
                name: "authority_check");

            migrationBuilder.DropTable(
                name: "case_clock");

            migrationBuilder.DropTable(
                name: "case_data_key");

            migrationBuilder.DropTable(
                name: "case_message");

            migrationBuilder.DropTable(
                name: "case_note");

            migrationBuilder.DropTable(
                name: "climbed_rung");

            migrationBuilder.DropTable(
                name: "complaint_pack");

            migrationBuilder.DropTable(
                name: "consent");

            migrationBuilder.DropTable(
                name: "cookie_ring_key");

            migrationBuilder.DropTable(
                name: "done_command");

            migrationBuilder.DropTable(
                name: "filing_draft");

            migrationBuilder.DropTable(
                name: "glass_grant");

            migrationBuilder.DropTable(
                name: "heartbeat");

            migrationBuilder.DropTable(
                name: "installation_secret");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "ledger_head");

            migrationBuilder.DropTable(
                name: "ledger_secret");

            migrationBuilder.DropTable(
                name: "notice_place");

            migrationBuilder.DropTable(
                name: "outbox_item");

            migrationBuilder.DropTable(
                name: "place");

            migrationBuilder.DropTable(
                name: "recusal");

            migrationBuilder.DropTable(
                name: "referral_place");

            migrationBuilder.DropTable(
                name: "rule_edition");

            migrationBuilder.DropTable(
                name: "rule_recount");

            migrationBuilder.DropTable(
                name: "send_attempt");

            migrationBuilder.DropTable(
                name: "site_provider");

            migrationBuilder.DropTable(
                name: "staff_claim");

            migrationBuilder.DropTable(
                name: "staff_invitation");

            migrationBuilder.DropTable(
                name: "staff_login");

            migrationBuilder.DropTable(
                name: "staff_mail");

            migrationBuilder.DropTable(
                name: "staff_passkey");

            migrationBuilder.DropTable(
                name: "staff_task");

            migrationBuilder.DropTable(
                name: "staff_telling");

            migrationBuilder.DropTable(
                name: "staff_token");

            migrationBuilder.DropTable(
                name: "told_task");

            migrationBuilder.DropTable(
                name: "untold_task");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "referral");

            migrationBuilder.DropTable(
                name: "staff_user");

            migrationBuilder.DropTable(
                name: "takedown_case");
        }
    }
}
