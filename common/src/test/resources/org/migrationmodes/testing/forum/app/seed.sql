-- People. Only admin and anna can log in (their passwords are set by the program).
INSERT INTO users (id, name, password, email, active, activation_key, recover_key, title, location, signature, groups, joined, last_visit) VALUES
 (1, 'Guest', '', '', TRUE, '', '', '', '', '', 'Anonymous', DATEADD('DAY', -2400, LOCALTIMESTAMP(0)), LOCALTIMESTAMP(0)),
 (2, 'admin', '', 'admin@forum.example', TRUE, '', '', 'Station master', 'Upper station, 2 318 m', 'Please stand clear of the doors.', 'Administration', DATEADD('DAY', -2400, LOCALTIMESTAMP(0)), DATEADD('DAY', -1, LOCALTIMESTAMP(0))),
 (3, 'anna', '', 'anna@forum.example', TRUE, '', '', 'Cabin attendant', 'Innsbruck', 'Grüße aus dem Tal!', 'General', DATEADD('DAY', -1310, LOCALTIMESTAMP(0)), DATEADD('DAY', -2, LOCALTIMESTAMP(0))),
 (4, 'Jürg Imboden', '', 'juerg@forum.example', TRUE, '', '', 'Rope splicer', 'Visp', 'Forty years between two towers.', 'General', DATEADD('DAY', -2011, LOCALTIMESTAMP(0)), DATEADD('DAY', -3, LOCALTIMESTAMP(0))),
 (5, 'Ελένη', '', 'eleni@forum.example', TRUE, '', '', 'Passenger', 'Θεσσαλονίκη', '', 'General', DATEADD('DAY', -402, LOCALTIMESTAMP(0)), DATEADD('DAY', -4, LOCALTIMESTAMP(0))),
 (6, 'Tom Carrick', '', 'tom@forum.example', TRUE, '', 'recover-tom', 'Model builder', 'Keswick', '1:87 or nothing.', 'General', DATEADD('DAY', -760, LOCALTIMESTAMP(0)), DATEADD('DAY', -2, LOCALTIMESTAMP(0))),
 (7, 'Zoë Lacroix', '', 'zoe@forum.example', TRUE, '', '', 'Timetable reader', 'Chambéry', 'Le câble ne ment jamais.', 'General', DATEADD('DAY', -88, LOCALTIMESTAMP(0)), DATEADD('DAY', -1, LOCALTIMESTAMP(0))),
 (8, 'newcomer', '', 'newcomer@forum.example', FALSE, 'activate-newcomer', '', 'Passenger', '', '', 'General', DATEADD('DAY', -1, LOCALTIMESTAMP(0)), DATEADD('DAY', -1, LOCALTIMESTAMP(0))),
 (9, 'old account', '', 'gone@forum.example', TRUE, '', '', 'Passenger', '', '', 'General', DATEADD('DAY', -2200, LOCALTIMESTAMP(0)), DATEADD('DAY', -1900, LOCALTIMESTAMP(0)));

INSERT INTO categories (id, title, position) VALUES (1, 'On the mountain', 1), (2, 'In the valley', 2), (3, 'Archive', 3);

INSERT INTO forums (id, category_id, name, description, position) VALUES
 (1, 1, 'Lines and stations', 'Aerial tramways, gondolas and funiculars: news, routes, timetables.', 1),
 (2, 1, 'Engine room', 'Ropes, drives, brakes, and models of all of them.', 2),
 (3, 2, 'Trip reports and talk', 'Where have you been, and how was the view?', 3),
 (4, 3, 'Lost and found', 'Gloves, mostly.', 4);

INSERT INTO topics (id, forum_id, user_id, title, views, locked, pinned) VALUES
 (1, 1, 4, 'Kaltenegg–Rossgrat: the new cabins are on the rope', 418, FALSE, FALSE),
 (2, 1, 7, 'Poll: where do you stand in the cabin?', 267, FALSE, FALSE),
 (3, 1, 3, 'Winter timetable, second section', 139, FALSE, FALSE),
 (4, 2, 4, 'Track rope shifting: how often is yours done?', 205, FALSE, FALSE),
 (5, 2, 6, 'Printed counterweight pulley, 1:87', 176, FALSE, FALSE),
 (6, 3, 5, 'Τελεφερίκ στην Ελλάδα: a small tour', 312, FALSE, FALSE),
 (7, 3, 7, 'Museum Saturday: who brings the coffee?', 94, FALSE, FALSE),
 (8, 3, 2, 'Welcome on board: house rules', 1034, TRUE, TRUE);

INSERT INTO posts (id, topic_id, user_id, subject, message, created, edits, approved, ip) VALUES
 (1, 1, 4, 'Kaltenegg–Rossgrat: the new cabins are on the rope', 'Both cabins were hung in yesterday evening, in fog so thick that I heard the carriage before I saw it.

Eighty places instead of sixty, and at last a window one can open at the mountain end. Test runs with water barrels go on until Friday; the public follows on the 12th if the inspector is happy.', DATEADD('HOUR', -207, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.14'),
 (2, 1, 3, 'Re: Kaltenegg–Rossgrat: the new cabins are on the rope', 'Finally! I sold tickets there for two summers, and the old doors took a knee and a prayer to close. Grüße from the lower station, where the kiosk lady already sells postcards of cabin 2.', DATEADD('HOUR', -204, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.33'),
 (3, 1, 6, 'Re: Kaltenegg–Rossgrat: the new cabins are on the rope', '[quote=Jürg Imboden]Test runs with water barrels go on until Friday[/quote]
Does anybody know the paint code of the red? It looks a touch more orange than the old cabins, and I have a model to repaint.', DATEADD('HOUR', -180, LOCALTIMESTAMP(0)), 1, TRUE, '192.0.2.61'),
 (4, 1, 4, 'Re: Kaltenegg–Rossgrat: the new cabins are on the rope', 'RAL 3020, [i]Verkehrsrot[/i], straight from the tin in the workshop. In the sun at 2 300 m everything is a touch more orange.', DATEADD('HOUR', -171, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.14'),
 (5, 2, 7, 'Poll: where do you stand in the cabin?', 'Serious question. Uphill window, downhill window, or in the middle holding the pole with both hands? My brother says that only tourists stand uphill.', DATEADD('HOUR', -128, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.77'),
 (6, 2, 3, 'Re: Poll: where do you stand in the cabin?', 'Downhill. You see the valley fall away, and you are first out at the bottom.', DATEADD('HOUR', -126, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.33'),
 (7, 2, 5, 'Re: Poll: where do you stand in the cabin?', 'In the middle, both hands, eyes closed until the first tower is over. After that: uphill window, every time.', DATEADD('HOUR', -99, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.102'),
 (8, 3, 3, 'Winter timetable, second section', 'From the first weekend of December the second section runs every 20 minutes, last car down at 16:40. The half past eight staff car takes skiers again, if they are polite.', DATEADD('HOUR', -77, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.33'),
 (9, 3, 7, 'Re: Winter timetable, second section', '16:40 is ten minutes after the bus. Has somebody told the bus?', DATEADD('HOUR', -75, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.77'),
 (10, 4, 4, 'Track rope shifting: how often is yours done?', 'Ours was moved by 14 metres this autumn, after twelve years. Two nights, eleven people, and a lot of soup. The old contact points on the saddles looked better than the report feared.

How long do others wait?', DATEADD('HOUR', -340, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.14'),
 (11, 4, 2, 'Re: Track rope shifting: how often is yours done?', 'Every ten years here, because the spare length in the anchor drum allows five moves and the concession lasts fifty. Somebody did the sum in 1974 and nobody has dared to question it.', DATEADD('HOUR', -322, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.1'),
 (12, 4, 6, 'Re: Track rope shifting: how often is yours done?', 'Mine is fishing line and is moved whenever the cat has been in the room.', DATEADD('HOUR', -301, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.61'),
 (13, 5, 6, 'Printed counterweight pulley, 1:87', 'Third try, and it turns. 0.2 mm layers, brass tube as a bearing, groove sanded with a strip of 600 paper. The dimensions are attached for whoever wants to laugh at them.', DATEADD('HOUR', -52, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.61'),
 (14, 5, 4, 'Re: Printed counterweight pulley, 1:87', 'Nobody laughs. Our real one has a groove of 1:20 of its diameter; yours is closer than our replacement of 1988. For the profile of the line see the drawing.', DATEADD('HOUR', -49, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.14'),
 (15, 6, 5, 'Τελεφερίκ στην Ελλάδα: a small tour', 'Καλησπέρα σε όλους! Last month I rode every public ropeway that I could reach by bus. The best view: above the lake, just before sunset, alone in a cabin with two goats'' worth of feta.

Ask me anything, στα ελληνικά ή στα αγγλικά.', DATEADD('HOUR', -31, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.102'),
 (16, 6, 7, 'Re: Τελεφερίκ στην Ελλάδα: a small tour', 'Two goats'' worth is now my unit for everything. Do they sell a ticket for bicycles?', DATEADD('HOUR', -29, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.77'),
 (17, 6, 5, 'Re: Τελεφερίκ στην Ελλάδα: a small tour', 'Yes! Το ποδήλατο ταξιδεύει δωρεάν before ten in the morning. The man at the gate lifts it in himself and calls it by its first name.', DATEADD('HOUR', -26, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.102'),
 (18, 7, 7, 'Museum Saturday: who brings the coffee?', 'We open the old winding house at nine. I can bring the big thermos, but not the cups. Who has cups?', DATEADD('HOUR', -20, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.77'),
 (19, 7, 3, 'Re: Museum Saturday: who brings the coffee?', 'Forty enamel mugs, all with the name of a hotel that closed in 1961. See you there.', DATEADD('HOUR', -18, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.33'),
 (20, 8, 2, 'Welcome on board: house rules', 'Be kind, stay on the subject, and say where a picture comes from. No rope is ever "just a cable" here, except in jokes.

New here? Tell us which line you rode first.', DATEADD('HOUR', -9000, LOCALTIMESTAMP(0)), 2, TRUE, '192.0.2.1'),
 (21, 7, 6, 'Re: Museum Saturday: who brings the coffee?', 'I bring the model with the cat-proof rope, and cake.', DATEADD('HOUR', -11, LOCALTIMESTAMP(0)), 0, TRUE, '192.0.2.61'),
 (22, 3, 8, 'Re: Winter timetable, second section', 'Hello, is the staff car also for a sledge?', DATEADD('HOUR', -6, LOCALTIMESTAMP(0)), 0, FALSE, '192.0.2.140'),
 (23, 3, 8, 'Re: Winter timetable, second section', 'It is a small sledge.', DATEADD('HOUR', -5, LOCALTIMESTAMP(0)), 0, FALSE, '192.0.2.140');

INSERT INTO attachments (id, post_id, file_name, content_type, content, downloads) VALUES
 (1, 13, 'pulley dimensions.txt', 'text/plain; charset=UTF-8', STRINGTOUTF8('Counterweight pulley, 1:87

outer diameter   24.0 mm
groove radius     0.6 mm
bearing          brass tube, Ø 2.0 mm
layers            0.2 mm
'), 17),
 (2, 14, 'Längsprofil.svg', 'image/svg+xml', STRINGTOUTF8('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 160"><path d="M0 160 L0 140 L60 132 L130 96 L190 88 L260 40 L320 34 L400 12 L400 160 Z" fill="#9aa7b0"/><path d="M10 128 Q180 92 258 30 Q330 20 390 6" fill="none" stroke="#b3261e" stroke-width="2"/></svg>'), 9);

INSERT INTO poll_options (id, topic_id, label, votes) VALUES
 (1, 2, 'Uphill window', 11), (2, 2, 'Downhill window', 14), (3, 2, 'Middle, both hands on the pole', 9);

INSERT INTO topic_watch (topic_id, user_id) VALUES (2, 1), (1, 3), (6, 3);
INSERT INTO forum_watch (forum_id, user_id) VALUES (2, 1), (1, 3);
INSERT INTO karma (post_id, from_user, points) VALUES (1, 3, 5), (4, 6, 5), (13, 4, 5), (15, 7, 4), (17, 3, 5), (2, 4, 4);

INSERT INTO bookmarks (id, user_id, relation_type, relation_id, title, description) VALUES
 (1, 1, 2, 4, 'Track rope shifting', 'for the next meeting'), (2, 1, 2, 6, 'Ropeways in Greece', 'holiday!');

INSERT INTO messages (id, from_user, to_user, subject, message, sent) VALUES
 (1, 3, 1, 'Welcome', 'Hello! You can read and write here without an account; with one you get a watch list.', DATEADD('HOUR', -48, LOCALTIMESTAMP(0))),
 (2, 7, 3, 'Mugs', 'Forty? Really? I will bring a second thermos then.', DATEADD('HOUR', -17, LOCALTIMESTAMP(0))),
 (3, 4, 3, 'Old doors', 'I kept one of the door handles for you. It comes with me to the museum on Saturday.

Grüße, Jürg', DATEADD('HOUR', -15, LOCALTIMESTAMP(0))),
 (4, 6, 1, 'Cake', 'Plum or apple?', DATEADD('HOUR', -10, LOCALTIMESTAMP(0))),
 (5, 1, 7, 'Coffee', 'I can help with the big thermos.', DATEADD('HOUR', -9, LOCALTIMESTAMP(0)));

INSERT INTO admin_records (id, module, name, content, position) VALUES
 (1, 'adminGroups', 'Administration', 'everything', 1), (2, 'adminGroups', 'General', 'read and write', 2),
 (3, 'adminRankings', 'Passenger', '0', 1), (4, 'adminRankings', 'Cabin attendant', '50', 2),
 (5, 'adminConfig', 'board.name', 'The Upper Station', 1), (6, 'adminConfig', 'posts.per.page', '10', 2),
 (7, 'adminBanlist', '203.0.113.9', 'spam', 1), (8, 'adminBadWords', 'just a cable', 'a rope', 1);

ALTER TABLE users ALTER COLUMN id RESTART WITH 20;
ALTER TABLE categories ALTER COLUMN id RESTART WITH 20;
ALTER TABLE forums ALTER COLUMN id RESTART WITH 20;
ALTER TABLE topics ALTER COLUMN id RESTART WITH 20;
ALTER TABLE posts ALTER COLUMN id RESTART WITH 40;
ALTER TABLE attachments ALTER COLUMN id RESTART WITH 20;
ALTER TABLE bookmarks ALTER COLUMN id RESTART WITH 20;
ALTER TABLE messages ALTER COLUMN id RESTART WITH 20;
ALTER TABLE admin_records ALTER COLUMN id RESTART WITH 20;
