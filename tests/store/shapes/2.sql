-- A database as Kensan left it in shape 2: an applicant's ledger with a deleted credit, a conflict, a refused operation.
PRAGMA application_id=1264938611;
PRAGMA user_version=2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE installation (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  epoch    TEXT NOT NULL            -- names the life of this database; a restore starts a new one
) STRICT;
INSERT INTO installation VALUES(1,'dd59b75fd564afe46e0a9c7f77ddfcd9');
CREATE TABLE account_email (        -- who has an e-mail is asked over all owners, so it has its own table
  email   TEXT PRIMARY KEY,
  user_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO account_email VALUES('pharmacist1@example.jp','d9cabd493b02be20caa585558906ee1d');
CREATE TABLE account (
  user_id        TEXT PRIMARY KEY,
  email          TEXT NOT NULL,
  password_hash  TEXT NOT NULL,
  demo           INTEGER NOT NULL,
  created_at     TEXT NOT NULL,
  ledger_version INTEGER NOT NULL DEFAULT 0   -- raised with every change of the owner's ledger: the cursor of sync
) STRICT, WITHOUT ROWID;
INSERT INTO account VALUES('d9cabd493b02be20caa585558906ee1d','pharmacist1@example.jp','$argon2id$v=19$m=19456,t=2,p=1$QIc/XFra4yU6J+wvxDk6qg$aLTIH1Et+1BBFNMcSSNoQllUN+nmecujafDKfWROGbg',0,'2026-11-21T08:24:00',8);
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  user_id    TEXT NOT NULL REFERENCES account (user_id),
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO session VALUES('1ba88d234815ae81c05d2238ae5c1e9edb6d6aa5b722de896659e5d71e9e355f','d9cabd493b02be20caa585558906ee1d','2026-12-21T08:24:00');
CREATE TABLE entity (               -- credits, the profile, the person
  user_id   TEXT NOT NULL REFERENCES account (user_id),
  kind      TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  version   INTEGER NOT NULL,
  body      TEXT,                   -- NULL: deleted
  PRIMARY KEY (user_id, kind, entity_id)
) STRICT, WITHOUT ROWID;
INSERT INTO entity VALUES('d9cabd493b02be20caa585558906ee1d','credit','4e03a15f-eeaf-4547-9a00-9847cbb55fec',8,NULL);
INSERT INTO entity VALUES('d9cabd493b02be20caa585558906ee1d','credit','694dcff5-200a-4117-bf03-3dbd910e0b79',2,'{"category":"internet","date":"2025-05-10","held_in":"TAMETOKO","id":"694dcff5-200a-4117-bf03-3dbd910e0b79","provider":"G13","title":"在宅医療の基礎","units":10}');
INSERT INTO entity VALUES('d9cabd493b02be20caa585558906ee1d','credit','743415dc-247e-4958-9712-9d3b2fdcdfcd',3,'{"category":"internet","date":"2024-05-10","held_in":"TAMETOKO","id":"743415dc-247e-4958-9712-9d3b2fdcdfcd","provider":"G13","title":"在宅医療の基礎","units":10}');
INSERT INTO entity VALUES('d9cabd493b02be20caa585558906ee1d','credit','d9cc0c08-4553-4621-8cfb-0f90fa430208',4,'{"category":"internet","date":"2026-05-10","held_in":"TAMETOKO","id":"d9cc0c08-4553-4621-8cfb-0f90fa430208","provider":"G13","title":"在宅医療の基礎","units":10}');
INSERT INTO entity VALUES('d9cabd493b02be20caa585558906ee1d','person','person',7,'{"name":"佐藤 美咲"}');
INSERT INTO entity VALUES('d9cabd493b02be20caa585558906ee1d','profile','profile',1,'{"base":"2024-02-01","kind":"renewal"}');
CREATE TABLE device (
  user_id   TEXT NOT NULL REFERENCES account (user_id),
  device_id TEXT NOT NULL,
  last_seq  INTEGER NOT NULL,
  PRIMARY KEY (user_id, device_id)
) STRICT, WITHOUT ROWID;
INSERT INTO device VALUES('d9cabd493b02be20caa585558906ee1d','640e2256-0b05-42da-9712-af447f5dd83d',11);
CREATE TABLE operation (            -- kept for ever: it is what makes sending twice harmless
  user_id      TEXT NOT NULL REFERENCES account (user_id),
  operation_id TEXT NOT NULL,
  device_id    TEXT NOT NULL,
  seq          INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  entity_id    TEXT NOT NULL,
  base_version INTEGER NOT NULL,
  body         TEXT,
  payload_hash TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('accepted', 'conflict', 'rejected')),
  answer       TEXT NOT NULL,
  client_time  TEXT NOT NULL,       -- the phone's word, for information
  received_at  TEXT NOT NULL,
  PRIMARY KEY (user_id, operation_id)
) STRICT, WITHOUT ROWID;
INSERT INTO operation VALUES('d9cabd493b02be20caa585558906ee1d','0a6148d7-e07d-4752-a9eb-482d5b4329ce','640e2256-0b05-42da-9712-af447f5dd83d',6,'put_credit','4e03a15f-eeaf-4547-9a00-9847cbb55fec',0,'{"category":"internet","date":"2026-05-10","id":"4e03a15f-eeaf-4547-9a00-9847cbb55fec","provider":"G13","title":"在宅医療の基礎","units":1}','f55f7c617af3b67fd50dc506cab8dc784babac1edc07b181f21f2145c78538cd','accepted','{"id":"0a6148d7-e07d-4752-a9eb-482d5b4329ce","seq":6,"state":"accepted","version":6}','2026-11-21T08:00:00','2026-11-21T08:24:00');
INSERT INTO operation VALUES('d9cabd493b02be20caa585558906ee1d','22891812-3da2-408d-92bf-07befc181040','640e2256-0b05-42da-9712-af447f5dd83d',10,'put_credit','694dcff5-200a-4117-bf03-3dbd910e0b79',1,'{"category":"internet","date":"2025-05-10","held_in":"TAMETOKO","id":"694dcff5-200a-4117-bf03-3dbd910e0b79","provider":"G13","title":"在宅医療の基礎","units":9}','5064412caa6a498acfd3732cc9266133e1861fcbaf3b5468f1378bb626aa89f5','conflict','{"id":"22891812-3da2-408d-92bf-07befc181040","seq":10,"state":"conflict","version":2,"current":{"version":2,"body":{"category":"internet","date":"2025-05-10","held_in":"TAMETOKO","id":"694dcff5-200a-4117-bf03-3dbd910e0b79","provider":"G13","title":"在宅医療の基礎","units":10}}}','2026-11-21T08:00:00','2026-11-21T08:24:00');
INSERT INTO operation VALUES('d9cabd493b02be20caa585558906ee1d','2716a7c9-6cc5-4b52-996b-98c119b5303d','640e2256-0b05-42da-9712-af447f5dd83d',2,'put_credit','694dcff5-200a-4117-bf03-3dbd910e0b79',0,'{"category":"internet","date":"2025-05-10","held_in":"TAMETOKO","id":"694dcff5-200a-4117-bf03-3dbd910e0b79","provider":"G13","title":"在宅医療の基礎","units":10}','a76eb4c4b1df1f892fb0a59e516d7fa9f1132ec3e063b23828ae8eec59b73cad','accepted','{"id":"2716a7c9-6cc5-4b52-996b-98c119b5303d","seq":2,"state":"accepted","version":2}','2026-11-21T08:00:00','2026-11-21T08:24:00');
INSERT INTO operation VALUES('d9cabd493b02be20caa585558906ee1d','3a6bab6e-4d84-46eb-b1a7-5b737db808a0','640e2256-0b05-42da-9712-af447f5dd83d',4,'put_credit','d9cc0c08-4553-4621-8cfb-0f90fa430208',0,'{"category":"internet","date":"2026-05-10","held_in":"TAMETOKO","id":"d9cc0c08-4553-4621-8cfb-0f90fa430208","provider":"G13","title":"在宅医療の基礎","units":10}','f0c324fb8c2a0e2dd11c2891be13315473ab92af4bf4b0b666190830ee3f7433','accepted','{"id":"3a6bab6e-4d84-46eb-b1a7-5b737db808a0","seq":4,"state":"accepted","version":4}','2026-11-21T08:00:00','2026-11-21T08:24:00');
INSERT INTO operation VALUES('d9cabd493b02be20caa585558906ee1d','57eed81c-04b6-498f-886b-c7329039fc8c','640e2256-0b05-42da-9712-af447f5dd83d',1,'set_profile','profile',0,'{"base":"2024-02-01","kind":"renewal"}','7657698a28b2400e67435e7620da7df5e9c818e4a91802336b21930bf0350ea6','accepted','{"id":"57eed81c-04b6-498f-886b-c7329039fc8c","seq":1,"state":"accepted","version":1}','2026-11-21T08:00:00','2026-11-21T08:24:00');
INSERT INTO operation VALUES('d9cabd493b02be20caa585558906ee1d','724787c9-7189-4a32-9717-72ec906328b3','640e2256-0b05-42da-9712-af447f5dd83d',9,'put_credit','dfea1235-d26a-48c5-ae57-1f4276f87cbe',0,'{"nonsense":true}','e72e9af71487633e63bc1f7295d105e15fae00eed3a3aa567f33d58958a47492','rejected','{"id":"724787c9-7189-4a32-9717-72ec906328b3","seq":9,"state":"rejected","version":0,"reason":"invalid","errors":[{"code":"unknown_field","at":"/nonsense","message":"no such field here"},{"code":"missing","at":"/id","message":"required field is missing"},{"code":"missing","at":"/date","message":"required field is missing"},{"code":"missing","at":"/units","message":"required field is missing"},{"code":"missing","at":"/provider","message":"required field is missing"},{"code":"missing","at":"/category","message":"required field is missing"}]}','2026-11-21T08:00:00','2026-11-21T08:24:00');
INSERT INTO operation VALUES('d9cabd493b02be20caa585558906ee1d','77648929-a952-46e2-95fe-44d700a2cf56','640e2256-0b05-42da-9712-af447f5dd83d',7,'set_person','person',0,'{"name":"佐藤 美咲"}','844a2b8687fcf8a463bfbf7853e8315c88a1d36b1f0f70f6b48136bcceb82c92','accepted','{"id":"77648929-a952-46e2-95fe-44d700a2cf56","seq":7,"state":"accepted","version":7}','2026-11-21T08:00:00','2026-11-21T08:24:00');
INSERT INTO operation VALUES('d9cabd493b02be20caa585558906ee1d','a5401d34-ae09-489a-825a-9c7be4c7b9c4','640e2256-0b05-42da-9712-af447f5dd83d',8,'delete_credit','4e03a15f-eeaf-4547-9a00-9847cbb55fec',6,NULL,'8a930ac12b79e3f674b3fd970dccc904eba3bd732968493c6bae7d71a3bf0c2e','accepted','{"id":"a5401d34-ae09-489a-825a-9c7be4c7b9c4","seq":8,"state":"accepted","version":8}','2026-11-21T08:00:00','2026-11-21T08:24:00');
INSERT INTO operation VALUES('d9cabd493b02be20caa585558906ee1d','dcf0b20d-b614-4e9c-ab25-38d7fe42d9ed','640e2256-0b05-42da-9712-af447f5dd83d',3,'put_credit','743415dc-247e-4958-9712-9d3b2fdcdfcd',0,'{"category":"internet","date":"2024-05-10","held_in":"TAMETOKO","id":"743415dc-247e-4958-9712-9d3b2fdcdfcd","provider":"G13","title":"在宅医療の基礎","units":10}','373a48a73481aca1815505fa538f19cefe83b734a1612a9f0d286d58c01fa54d','accepted','{"id":"dcf0b20d-b614-4e9c-ab25-38d7fe42d9ed","seq":3,"state":"accepted","version":3}','2026-11-21T08:00:00','2026-11-21T08:24:00');
INSERT INTO operation VALUES('d9cabd493b02be20caa585558906ee1d','e192656b-c440-4238-adb3-b58829de559e','640e2256-0b05-42da-9712-af447f5dd83d',5,'submit_application','5772a51b-7e4b-4b54-b797-a4a32661bc59',0,'{"as_of":"2026-11-21","digest":"e1914be7bede0e393c78cc23fe205b7c751c349a8ea133b806578c152256c730","disputed":false,"edition":"2024-05-01","engine":"0.1.0","scheme":"G13","verdict":"{\"scheme\":\"G13\",\"edition\":\"2024-05-01\",\"status\":\"confirmed\",\"newer\":null,\"as_of\":\"2026-11-21\",\"kind\":\"renewal\",\"period\":{\"start\":\"2024-02-01\",\"last_day\":\"2027-01-31\"},\"expires\":\"2027-01-31\",\"years\":[{\"index\":1,\"start\":\"2024-02-01\",\"last_day\":\"2025-01-31\",\"units\":10,\"minimum\":5,\"shortfall\":0,\"state\":\"met\",\"rule\":\"FAQ Q57\"},{\"index\":2,\"start\":\"2025-02-01\",\"last_day\":\"2026-01-31\",\"units\":10,\"minimum\":5,\"shortfall\":0,\"state\":\"met\",\"rule\":\"FAQ Q57\"},{\"index\":3,\"start\":\"2026-02-01\",\"last_day\":\"2027-01-31\",\"units\":10,\"minimum\":5,\"shortfall\":0,\"state\":\"met\",\"rule\":\"FAQ Q57\"}],\"window\":{\"opens\":\"2026-11-01\",\"last_day\":\"2027-02-28\",\"state\":\"open\",\"rule\":\"FAQ Q35\"},\"requirements\":[{\"id\":\"total\",\"required\":30,\"have\":30,\"shortfall\":0,\"due\":\"2027-01-31\",\"state\":\"met\",\"rule\":\"FAQ Q57\"},{\"id\":\"own\",\"required\":5,\"have\":30,\"shortfall\":0,\"due\":\"2027-01-31\",\"state\":\"met\",\"rule\":\"FAQ Q34\"}],\"credits\":[{\"id\":\"694dcff5-200a-4117-bf03-3dbd910e0b79\",\"counted\":10,\"verdicts\":[]},{\"id\":\"743415dc-247e-4958-9712-9d3b2fdcdfcd\",\"counted\":10,\"verdicts\":[]},{\"id\":\"d9cc0c08-4553-4621-8cfb-0f90fa430208\",\"counted\":10,\"verdicts\":[]}],\"transfers\":[],\"eligible\":true,\"can_apply\":true,\"next_base\":\"2027-02-01\",\"plan\":{\"units\":0,\"by\":[]}}"}','ec7261ea01c5d521b0c27b5c9a911459e425e295d983ad29d530de3e185d38aa','accepted','{"id":"e192656b-c440-4238-adb3-b58829de559e","seq":5,"state":"accepted","version":5,"application":{"id":"5772a51b-7e4b-4b54-b797-a4a32661bc59","scheme":"G13","edition":"2024-05-01","number":"G13-2026-000001","status":"received","answer":"confirmed","differs":[],"disputed":false,"received_at":"2026-11-21T08:24:00","as_of":"2026-11-21","phone_date":"2026-11-21","eligible":true,"can_apply":true,"digest":"e1914be7bede0e393c78cc23fe205b7c751c349a8ea133b806578c152256c730","phone_digest":"e1914be7bede0e393c78cc23fe205b7c751c349a8ea133b806578c152256c730","engine":"0.1.0","phone_engine":"0.1.0","reasons":{"requirements":[],"years":[],"window":null,"transfers":[]}}}','2026-11-21T08:00:00','2026-11-21T08:24:00');
CREATE TABLE application (
  user_id        TEXT NOT NULL REFERENCES account (user_id),
  application_id TEXT NOT NULL,
  version        INTEGER NOT NULL,
  scheme         TEXT NOT NULL,
  status         TEXT NOT NULL CHECK (status IN ('received', 'not_received')),
  number         TEXT,
  record         TEXT NOT NULL,
  phone_verdict  TEXT NOT NULL,
  server_verdict TEXT NOT NULL,
  PRIMARY KEY (user_id, application_id),
  CHECK ((number IS NULL) = (status = 'not_received'))
) STRICT, WITHOUT ROWID;
INSERT INTO application VALUES('d9cabd493b02be20caa585558906ee1d','5772a51b-7e4b-4b54-b797-a4a32661bc59',5,'G13','received','G13-2026-000001','{"id":"5772a51b-7e4b-4b54-b797-a4a32661bc59","scheme":"G13","edition":"2024-05-01","number":"G13-2026-000001","status":"received","answer":"confirmed","differs":[],"disputed":false,"received_at":"2026-11-21T08:24:00","as_of":"2026-11-21","phone_date":"2026-11-21","eligible":true,"can_apply":true,"digest":"e1914be7bede0e393c78cc23fe205b7c751c349a8ea133b806578c152256c730","phone_digest":"e1914be7bede0e393c78cc23fe205b7c751c349a8ea133b806578c152256c730","engine":"0.1.0","phone_engine":"0.1.0","reasons":{"requirements":[],"years":[],"window":null,"transfers":[]}}','{"scheme":"G13","edition":"2024-05-01","status":"confirmed","newer":null,"as_of":"2026-11-21","kind":"renewal","period":{"start":"2024-02-01","last_day":"2027-01-31"},"expires":"2027-01-31","years":[{"index":1,"start":"2024-02-01","last_day":"2025-01-31","units":10,"minimum":5,"shortfall":0,"state":"met","rule":"FAQ Q57"},{"index":2,"start":"2025-02-01","last_day":"2026-01-31","units":10,"minimum":5,"shortfall":0,"state":"met","rule":"FAQ Q57"},{"index":3,"start":"2026-02-01","last_day":"2027-01-31","units":10,"minimum":5,"shortfall":0,"state":"met","rule":"FAQ Q57"}],"window":{"opens":"2026-11-01","last_day":"2027-02-28","state":"open","rule":"FAQ Q35"},"requirements":[{"id":"total","required":30,"have":30,"shortfall":0,"due":"2027-01-31","state":"met","rule":"FAQ Q57"},{"id":"own","required":5,"have":30,"shortfall":0,"due":"2027-01-31","state":"met","rule":"FAQ Q34"}],"credits":[{"id":"694dcff5-200a-4117-bf03-3dbd910e0b79","counted":10,"verdicts":[]},{"id":"743415dc-247e-4958-9712-9d3b2fdcdfcd","counted":10,"verdicts":[]},{"id":"d9cc0c08-4553-4621-8cfb-0f90fa430208","counted":10,"verdicts":[]}],"transfers":[],"eligible":true,"can_apply":true,"next_base":"2027-02-01","plan":{"units":0,"by":[]}}','{"scheme":"G13","edition":"2024-05-01","status":"confirmed","newer":null,"as_of":"2026-11-21","kind":"renewal","period":{"start":"2024-02-01","last_day":"2027-01-31"},"expires":"2027-01-31","years":[{"index":1,"start":"2024-02-01","last_day":"2025-01-31","units":10,"minimum":5,"shortfall":0,"state":"met","rule":"FAQ Q57"},{"index":2,"start":"2025-02-01","last_day":"2026-01-31","units":10,"minimum":5,"shortfall":0,"state":"met","rule":"FAQ Q57"},{"index":3,"start":"2026-02-01","last_day":"2027-01-31","units":10,"minimum":5,"shortfall":0,"state":"met","rule":"FAQ Q57"}],"window":{"opens":"2026-11-01","last_day":"2027-02-28","state":"open","rule":"FAQ Q35"},"requirements":[{"id":"total","required":30,"have":30,"shortfall":0,"due":"2027-01-31","state":"met","rule":"FAQ Q57"},{"id":"own","required":5,"have":30,"shortfall":0,"due":"2027-01-31","state":"met","rule":"FAQ Q34"}],"credits":[{"id":"694dcff5-200a-4117-bf03-3dbd910e0b79","counted":10,"verdicts":[]},{"id":"743415dc-247e-4958-9712-9d3b2fdcdfcd","counted":10,"verdicts":[]},{"id":"d9cc0c08-4553-4621-8cfb-0f90fa430208","counted":10,"verdicts":[]}],"transfers":[],"eligible":true,"can_apply":true,"next_base":"2027-02-01","plan":{"units":0,"by":[]}}');
CREATE TABLE application_number (   -- the last number given
  scheme TEXT NOT NULL,
  year   INTEGER NOT NULL,
  last   INTEGER NOT NULL,
  PRIMARY KEY (scheme, year)
) STRICT, WITHOUT ROWID;
INSERT INTO application_number VALUES('G13',2026,1);
CREATE TABLE audit (                -- ids and digests only, so that it can outlive a deletion request
  user_id TEXT NOT NULL,
  entry   INTEGER NOT NULL,
  at      TEXT NOT NULL,
  action  TEXT NOT NULL,
  subject TEXT NOT NULL,
  digest  TEXT NOT NULL,
  PRIMARY KEY (user_id, entry)
) STRICT, WITHOUT ROWID;
INSERT INTO audit VALUES('d9cabd493b02be20caa585558906ee1d',1,'2026-11-21T08:24:00','register','d9cabd493b02be20caa585558906ee1d','');
INSERT INTO audit VALUES('d9cabd493b02be20caa585558906ee1d',2,'2026-11-21T08:24:00','set_profile accepted','57eed81c-04b6-498f-886b-c7329039fc8c','7657698a28b2400e67435e7620da7df5e9c818e4a91802336b21930bf0350ea6');
INSERT INTO audit VALUES('d9cabd493b02be20caa585558906ee1d',3,'2026-11-21T08:24:00','put_credit accepted','2716a7c9-6cc5-4b52-996b-98c119b5303d','a76eb4c4b1df1f892fb0a59e516d7fa9f1132ec3e063b23828ae8eec59b73cad');
INSERT INTO audit VALUES('d9cabd493b02be20caa585558906ee1d',4,'2026-11-21T08:24:00','put_credit accepted','dcf0b20d-b614-4e9c-ab25-38d7fe42d9ed','373a48a73481aca1815505fa538f19cefe83b734a1612a9f0d286d58c01fa54d');
INSERT INTO audit VALUES('d9cabd493b02be20caa585558906ee1d',5,'2026-11-21T08:24:00','put_credit accepted','3a6bab6e-4d84-46eb-b1a7-5b737db808a0','f0c324fb8c2a0e2dd11c2891be13315473ab92af4bf4b0b666190830ee3f7433');
INSERT INTO audit VALUES('d9cabd493b02be20caa585558906ee1d',6,'2026-11-21T08:24:00','submit_application accepted','e192656b-c440-4238-adb3-b58829de559e','ec7261ea01c5d521b0c27b5c9a911459e425e295d983ad29d530de3e185d38aa');
INSERT INTO audit VALUES('d9cabd493b02be20caa585558906ee1d',7,'2026-11-21T08:24:00','put_credit accepted','0a6148d7-e07d-4752-a9eb-482d5b4329ce','f55f7c617af3b67fd50dc506cab8dc784babac1edc07b181f21f2145c78538cd');
INSERT INTO audit VALUES('d9cabd493b02be20caa585558906ee1d',8,'2026-11-21T08:24:00','set_person accepted','77648929-a952-46e2-95fe-44d700a2cf56','844a2b8687fcf8a463bfbf7853e8315c88a1d36b1f0f70f6b48136bcceb82c92');
INSERT INTO audit VALUES('d9cabd493b02be20caa585558906ee1d',9,'2026-11-21T08:24:00','delete_credit accepted','a5401d34-ae09-489a-825a-9c7be4c7b9c4','8a930ac12b79e3f674b3fd970dccc904eba3bd732968493c6bae7d71a3bf0c2e');
INSERT INTO audit VALUES('d9cabd493b02be20caa585558906ee1d',10,'2026-11-21T08:24:00','put_credit rejected','724787c9-7189-4a32-9717-72ec906328b3','e72e9af71487633e63bc1f7295d105e15fae00eed3a3aa567f33d58958a47492');
INSERT INTO audit VALUES('d9cabd493b02be20caa585558906ee1d',11,'2026-11-21T08:24:00','put_credit conflict','22891812-3da2-408d-92bf-07befc181040','5064412caa6a498acfd3732cc9266133e1861fcbaf3b5468f1378bb626aa89f5');
CREATE TABLE refused (              -- operations under an id or a number that another one had
  user_id      TEXT NOT NULL REFERENCES account (user_id),
  operation_id TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  device_id    TEXT NOT NULL,
  seq          INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  at           TEXT NOT NULL,
  PRIMARY KEY (user_id, operation_id, payload_hash)
) STRICT, WITHOUT ROWID;
INSERT INTO refused VALUES('d9cabd493b02be20caa585558906ee1d','724787c9-7189-4a32-9717-72ec906328b3','ba87cc355cd2d4b45f004c6fcae99a7e66ab3d20d7099ad6ba544a44fb68827f','640e2256-0b05-42da-9712-af447f5dd83d',11,'op_reused','2026-11-21T08:24:00');
CREATE INDEX session_by_expiry ON session (expires_at);
CREATE UNIQUE INDEX entity_by_version ON entity (user_id, version);
CREATE UNIQUE INDEX operation_by_seq ON operation (user_id, device_id, seq);
CREATE UNIQUE INDEX application_by_version ON application (user_id, version);
COMMIT;
