package org.migrationmodes.forum;

import java.util.Map;
import org.migrationmodes.testing.LanguagesContract;

class ForumLanguagesIT extends LanguagesContract {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("en", "New posts are paused while these forums move to new servers."),
            Map.entry("ar", "المشاركات الجديدة متوقفة مؤقتًا أثناء نقل هذا المنتدى إلى خوادم جديدة."),
            Map.entry("de", "Während dieses Forum auf neue Server umzieht, sind keine neuen Beiträge möglich."),
            Map.entry(
                    "el", "Οι νέες δημοσιεύσεις έχουν ανασταλεί όσο αυτό το φόρουμ μεταφέρεται σε νέους διακομιστές."),
            Map.entry("es", "No se admiten mensajes nuevos mientras este foro se traslada a nuevos servidores."),
            Map.entry(
                    "fr",
                    "Les nouveaux messages sont suspendus pendant la migration de ce forum vers de nouveaux serveurs."),
            Map.entry("it", "I nuovi messaggi sono sospesi durante il trasferimento di questo forum su nuovi server."),
            Map.entry("ja", "このフォーラムは新しいサーバーへ移転中のため、新しい投稿を一時停止しています。"),
            Map.entry(
                    "nl",
                    "Nieuwe berichten zijn niet mogelijk tijdens de verhuizing van dit forum naar nieuwe servers."),
            Map.entry("pl", "Na czas przenosin tego forum na nowe serwery dodawanie postów jest wstrzymane."),
            Map.entry("pt", "Novas mensagens estão suspensas durante a migração deste fórum para novos servidores."),
            Map.entry("ru", "Новые сообщения не принимаются, пока этот форум переезжает на новые серверы."),
            Map.entry("zh", "本论坛正在迁移到新的服务器，暂停发布新帖。"),
            Map.entry("zh-Hant", "本論壇正在搬遷到新的伺服器，暫停發表新文章。"));

    @Override
    protected Map<String, String> titles() {
        return TITLES;
    }
}
