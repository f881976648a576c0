insert overwrite table orders_dw.ads_clicks_gmv_1h partition (dt='${bizdate}')
select  stat_key, user_id, status, amount, created_at
from    orders_dw.dws_clicks_1h
where   dt = '${bizdate}';
