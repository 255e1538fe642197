package org.linli.bench.fairness;

import java.util.List;

/** What people write: some always the same way, about another house each time. */
final class Wording {

    private static final List<String> STREETS =
            List.of(
                    "幸福路", "解放街", "东风巷", "和平大道", "人民路", "建设街", "光明巷", "新华路", "胜利街", "友谊路", "滨河路",
                    "学府街", "育才巷", "长安街", "青年路", "朝阳巷");

    private static final List<String> SPOTS =
            List.of("门前", "路口", "小区东门", "公交站旁", "楼道内", "菜场外", "学校对面", "河边");

    private static final List<String> THINGS =
            List.of("共享单车占道", "暴露垃圾", "小广告张贴", "占道经营", "杂物堆放", "树枝折断", "路面积水", "井盖松动");

    private static final List<String> FOUND =
            List.of("发现", "巡查时看到", "居民反映", "有", "存在", "路过发现", "今早发现", "巡到");

    private static final List<String> DONE =
            List.of(
                    "，已摆放整齐",
                    "，已清理干净",
                    "，已劝离",
                    "，当场处理完毕",
                    "，已通知物业一起清走",
                    "，清理后拍照",
                    "，和保洁一起处理了",
                    "，已恢复原状");

    private final Chance chance;

    Wording(Chance chance) {
        this.chance = chance;
    }

    /** How one person phrases it each time, but for the place. */
    String habit(int thing) {
        return chance.among(FOUND) + THINGS.get(thing) + chance.among(DONE);
    }

    /** In words of the moment. */
    String fresh(int thing) {
        return place() + habit(thing);
    }

    String place() {
        return chance.among(STREETS) + (1 + chance.below(300)) + "号" + chance.among(SPOTS);
    }

    int thing() {
        return chance.below(THINGS.size());
    }
}
